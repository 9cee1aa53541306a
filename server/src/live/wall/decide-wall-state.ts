import type { FeedState } from "../../feeds/feed-words.js";
import { renderCount } from "../render-count.js";
import { renderDuration } from "../render-duration.js";
import type { WallState } from "./wall-state.js";

/** StoreEvidence is what is known of one store now. */
export interface StoreEvidence {
  readonly feeds: readonly {
    readonly state: FeedState;
    readonly silentSeconds: number | null;
    readonly expectedSinceAt: Date | null;
  }[];
  readonly overdue: number;
  readonly atRisk: number;
  readonly exceptionsOpen: number;
}

/**
 * decideWallState gives the worst thing true of a store and says it in words. A store of which no feed is heard is NO_DATA
 * whatever its runs say, because what is unmeasured is not good.
 */
export function decideWallState(store: StoreEvidence): { state: WallState; reason: string } {
  const { feeds, overdue, atRisk, exceptionsOpen } = store;
  const silent = feeds.filter((feed) => feed.state === "STALE" || feed.state === "NEVER_SEEN");
  if (silent.length === feeds.length) return { state: "NO_DATA", reason: describeSilence(store) };
  const notes = [
    ...(silent.length > 0 ? [`${silent.length} of ${renderCount(feeds.length, "feed")} silent`] : []),
    ...(exceptionsOpen > 0 ? [`${renderCount(exceptionsOpen, "exception")} open`] : []),
  ];
  const tell = (first: string) => [first, ...notes].join(", ");
  if (overdue > 0)
    return {
      state: "LATE",
      reason: tell(`${renderCount(overdue, "run")} past ${overdue === 1 ? "its" : "their"} deadline`),
    };
  if (atRisk > 0)
    return {
      state: "AT_RISK",
      reason: tell(`${renderCount(atRisk, "run")} close to ${atRisk === 1 ? "its" : "their"} deadline`),
    };
  return { state: "OK", reason: tell("Nothing late") };
}

function describeSilence({ feeds, overdue }: StoreEvidence): string {
  const late =
    overdue > 0 ? `, ${renderCount(overdue, "run")} past ${overdue === 1 ? "its" : "their"} deadline before that` : "";
  const heard = feeds.flatMap(({ silentSeconds }) => (silentSeconds === null ? [] : [silentSeconds]));
  if (feeds.length === 0) return `No feed of this store is known${late}`;
  if (heard.length === 0) return `Never heard from${describeExpectation(feeds)}${late}`;
  return `Silent for ${renderDuration(Math.min(...heard))}${late}`;
}

function describeExpectation(feeds: StoreEvidence["feeds"]): string {
  const since = feeds.flatMap(({ expectedSinceAt }) => (expectedSinceAt === null ? [] : [expectedSinceAt.getTime()]));
  return since.length === 0 ? "" : `, expected since ${new Date(Math.min(...since)).toISOString().slice(0, 10)}`;
}
