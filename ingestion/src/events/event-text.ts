/**
 * EventText is the JSON text of one event as it came: bytes `start` to `end` of what one request brought. `isPlain` says that it
 * can stand in a row as it is; `hash` orders two contents sent under one identity, so that the same one wins whatever came first.
 */
export interface EventText {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly isPlain: boolean;
  readonly hash: number;
}
