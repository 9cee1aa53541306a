import type { Replay, ReplayCursor } from "@watchfloor/sql";

/** PageQuestion asks for the next page of a replay: what comes after `after`, and not beyond `until` where that is given. */
export interface PageQuestion {
  readonly replay: Replay;
  readonly after: ReplayCursor | null;
  readonly until?: ReplayCursor | undefined;
}
