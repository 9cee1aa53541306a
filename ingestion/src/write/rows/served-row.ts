import type { PromiseStamp } from "../promise-stamps.js";

/** ServedRow is where a serving row stands: its day, the number of parts behind it, and whether it takes the subject away from that day. */
export interface ServedRow {
  readonly day: string;
  readonly version: number;
  readonly isDeleted: boolean;
  readonly stamp: PromiseStamp | undefined;
}
