import type { AlertRule } from "@watchfloor/dashboards";
import { listRuleMetrics } from "@watchfloor/dashboards";
import type { FeedKey } from "../../feeds/feed-view.js";
import { findMetric } from "../../metrics/metric-catalog.js";
import { matchesScopeFilter } from "../../scope/matches-scope-filter.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import { buildRuleFilter } from "../rules/build-rule-filter.js";
import type { KnownFeed } from "./known-feed.js";

const DAY_MS = 86_400_000;

/** OpenSince counts the milliseconds in which a feed is expected, from an instant to another. */
export type OpenSince = (feed: FeedKey, fromMs: number, toMs: number) => number;

interface Marked {
  readonly feed: KnownFeed;
  /** Until when it is complete, by its own word or that of its source; undefined = nobody says. */
  readonly completeMs: number | undefined;
  /** The same, as far as all of it can be read already. */
  readonly settledMs: number;
}

/**
 * Watermarks knows until when the feeds of a tenant are complete, as their sources say in heartbeats. The word of a heartbeat that names no
 * store, channel or partner holds for all of its source and client. Who has not said anything for a day says nothing any more.
 */
export class Watermarks {
  private readonly marked: readonly Marked[];

  constructor(
    private readonly parts: {
      readonly feeds: readonly KnownFeed[];
      readonly openSince: OpenSince;
      readonly nowMs: number;
    },
  ) {
    const { feeds, nowMs } = parts;
    const speaking = feeds.filter(({ completeMs, saidMs }) => completeMs > 0 && nowMs - saidMs < DAY_MS);
    this.marked = feeds.map((feed) => {
      const words = speaking.filter((each) => holdsFor(each, feed));
      const completeMs = words.length === 0 ? undefined : Math.max(...words.map((each) => each.completeMs));
      return { feed, completeMs, settledMs: Math.max(0, ...words.map((each) => each.settledMs)) };
    });
  }

  /** completeUntil says up to when everything a rule looks at has come; undefined = one of its feeds does not say, or it looks at none. */
  completeUntil(rule: AlertRule): number | undefined {
    const { nowMs, openSince } = this.parts;
    const mine = this.list(rule).filter(({ feed }) => nowMs - feed.newestMs < DAY_MS);
    if (mine.length === 0) return undefined;
    let until = nowMs;
    for (const { feed, completeMs, settledMs } of mine) {
      if (completeMs === undefined) return undefined;
      // A store that is closed has nothing more to say.
      if (settledMs < until && openSince(feed, settledMs, nowMs) > 0) until = settledMs;
    }
    return until;
  }

  /** findBehind tells of which groups of a rule something is known to be missing still at a slot: their figures are no figures. */
  findBehind(rule: AlertRule, slotAt: number): (labels: Labels) => boolean {
    const behind = this.list(rule).flatMap(({ feed, completeMs }) =>
      completeMs !== undefined && completeMs < slotAt && this.parts.openSince(feed, completeMs, slotAt) > 0
        ? [feed]
        : [],
    );
    if (behind.length === 0) return () => false;
    return (labels) => behind.some((feed) => isOfGroup(feed, labels));
  }

  private list(rule: AlertRule): readonly Marked[] {
    if (!isAwaited(rule)) return [];
    const filter = buildRuleFilter(rule);
    return this.marked.filter(
      ({ feed }) =>
        matchesScopeFilter(feed, filter) &&
        (filter.sources?.includes(feed.source) ?? true) &&
        (filter.workflows?.some((workflow) => feed.workflows.includes(workflow)) ?? true),
    );
  }
}

/** Rules about what happens in a window wait for it; a state at an instant is what is known at it. */
function isAwaited(rule: AlertRule): boolean {
  const isOfWindow = ["threshold", "change", "burn", "no_data"].includes(rule.kind);
  return isOfWindow && listRuleMetrics(rule).every((id) => findMetric(id)?.moment !== "INSTANT");
}

function holdsFor(word: KnownFeed, feed: KnownFeed): boolean {
  const isWide = (["store", "channel", "partner"] as const).every(
    (name) => word[name] === "" || word[name] === feed[name],
  );
  return isWide && word.client === feed.client && word.source === feed.source;
}

const PLACES = ["client", "source", "store", "channel", "partner", "region"] as const;

function isOfGroup(feed: KnownFeed, labels: Labels): boolean {
  const isOfWorkflow = labels["workflow"] === undefined || feed.workflows.includes(labels["workflow"]);
  return isOfWorkflow && PLACES.every((name) => labels[name] === undefined || labels[name] === feed[name]);
}
