import type { EventBatch } from "./event-batch.js";

/** buildEventBatch makes a batch of values that were not sent as JSON, such as mapped rows of a file. */
export function buildEventBatch(values: readonly unknown[]): EventBatch {
  const texts = values.map((value) => Buffer.from(JSON.stringify(value) ?? "null"));
  const ranges: number[] = [];
  let end = 0;
  for (const text of texts) ranges.push(end, (end += text.length));
  return { values, bytes: Buffer.concat(texts), ranges };
}
