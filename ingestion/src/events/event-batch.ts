/**
 * EventBatch is what one request brought: parsed values that nothing has checked yet, and where the JSON text of each stands in
 * the bytes that came: value i from `ranges[2i]` to `ranges[2i + 1]`.
 */
export interface EventBatch {
  readonly values: readonly unknown[];
  readonly bytes: Buffer;
  readonly ranges: readonly number[];
}
