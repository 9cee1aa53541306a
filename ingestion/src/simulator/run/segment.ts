import type { Detail } from "../scene.js";

/** Segment is a stretch of history that is still to be sent, half-open, in milliseconds. */
export interface Segment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly detail: Detail;
}
