/**
 * BatchOrigin says where a batch of events comes from: the spool that kept them, and the place of its first request there. A batch that
 * is stored again has the same one, so that what it counts is counted once.
 */
export interface BatchOrigin {
  readonly writer: string;
  readonly batch: number;
}
