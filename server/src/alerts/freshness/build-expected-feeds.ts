import type { OpeningCalendar } from "@watchfloor/sql";
import { chooseCadence } from "../../feeds/decide-feed-state.js";
import { renderFeedKey } from "../../feeds/feed-key.js";
import type { FeedKey, LearnedFeed } from "../../feeds/feed-view.js";
import type { Dimension } from "../../metrics/metric-words.js";
import type { DeclaredFeed, RegistryStore } from "../../registry/tenant-registry.js";
import { matchesScopeFilter } from "../../scope/matches-scope-filter.js";
import type { ReachFilter } from "../../scope/reach.js";
import type { Labels } from "../instance/fingerprint-labels.js";

/** A clock that is ahead makes a source seem alive; no event counts as later than this after it was received. */
const MOST_AHEAD_MS = 5 * 60_000;

/** ExpectedFeed is a feed that a rule waits for. Instants are epoch milliseconds. */
export interface ExpectedFeed {
  readonly key: FeedKey;
  /** The groups of the rule it belongs to: one, or one for each workflow it serves. */
  readonly labels: readonly Labels[];
  readonly cadenceSeconds: number;
  /** Whether its silence says something: the cadence was stated, or learned within known opening hours. */
  readonly isSure: boolean;
  readonly expectedFromMs: number;
  /** undefined = nothing ever came. */
  readonly newestMs: number | undefined;
  /** undefined = it is always expected. */
  readonly calendar: OpeningCalendar | undefined;
}

/** FeedsInReach is what is known of the feeds of a scope; `cadences` are learned gaps in seconds by `renderFeedKey`. */
export interface FeedsInReach {
  readonly declared: readonly DeclaredFeed[];
  readonly heard: readonly LearnedFeed[];
  readonly cadences: ReadonlyMap<string, number>;
  readonly calendars: readonly OpeningCalendar[];
  readonly stores: readonly RegistryStore[];
}

/** buildExpectedFeeds lists the feeds that a rule waits for. Those of a store that is disabled are waited for no more. */
export function buildExpectedFeeds(
  { declared, heard, cadences, calendars, stores }: FeedsInReach,
  asked: { readonly filter: ReachFilter; readonly dimensions: readonly Dimension[]; readonly now: Date },
): ExpectedFeed[] {
  const storeOf = new Map(stores.map((store) => [`${store.client}\0${store.id}`, store]));
  const calendarOf = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const declaredOf = new Map(declared.map((feed) => [renderFeedKey(feed), feed]));
  const heardKeys = new Set(heard.map(renderFeedKey));
  const silent = declared.filter((feed) => !heardKeys.has(renderFeedKey(feed)) && isAsked(feed, storeOf, asked.filter));
  return [...heard, ...silent.map(buildUnheard)].flatMap((feed) => {
    const store = storeOf.get(`${feed.client}\0${feed.store}`);
    const labels = listLabels(feed, {
      region: store?.region ?? "",
      dimensions: asked.dimensions,
      filter: asked.filter,
    });
    if (store?.isDisabled === true || labels.length === 0) return [];
    const { client, source, channel, partner } = feed;
    const declaration = declaredOf.get(renderFeedKey(feed));
    const calendar = calendarOf.get(declaration?.calendar || (store?.calendar ?? ""));
    const evidence = {
      declaredSeconds: declaration?.cadenceSeconds,
      heartbeatSeconds: feed.heartbeatSeconds,
      learnedSeconds: cadences.get(renderFeedKey(feed)),
      firstSeenMs: feed.firstSeenMs,
    };
    const { cadenceSeconds, cadenceFrom } = chooseCadence(evidence, asked.now);
    const isStated = cadenceFrom === "DECLARED" || cadenceFrom === "HEARTBEAT";
    return [
      {
        ...{ key: { client, source, store: feed.store, channel, partner }, labels, cadenceSeconds, calendar },
        isSure: isStated || (cadenceFrom === "LEARNED" && calendar !== undefined),
        expectedFromMs: Math.min(feed.firstSeenMs ?? Infinity, declaration?.declaredAt.getTime() ?? Infinity),
        newestMs: feed.newestMs === undefined ? undefined : Math.min(feed.newestMs, feed.receivedMs + MOST_AHEAD_MS),
      },
    ];
  });
}

type KnownFeed = FeedKey &
  Pick<LearnedFeed, "heartbeatSeconds" | "receivedMs" | "workflows"> & {
    readonly firstSeenMs: number | undefined;
    readonly newestMs: number | undefined;
  };

function buildUnheard({ client, source, store, channel, partner }: DeclaredFeed): KnownFeed {
  const key = { client, source, store, channel, partner };
  return { ...key, heartbeatSeconds: 0, receivedMs: 0, workflows: [], firstSeenMs: undefined, newestMs: undefined };
}

/** Whether a feed that was never heard is asked about; which workflows it would serve nobody knows. */
function isAsked(feed: DeclaredFeed, storeOf: ReadonlyMap<string, RegistryStore>, filter: ReachFilter): boolean {
  const region = storeOf.get(`${feed.client}\0${feed.store}`)?.region ?? "";
  const isOfSource = filter.sources == null || filter.sources.includes(feed.source);
  return filter.workflows == null && isOfSource && matchesScopeFilter({ ...feed, region }, filter);
}

/** What lies in no place of a dimension of the rule is in no group of it. */
function listLabels(
  feed: KnownFeed,
  given: { readonly region: string; readonly dimensions: readonly Dimension[]; readonly filter: ReachFilter },
): Labels[] {
  const { region, dimensions, filter } = given;
  const places: Partial<Record<Dimension, string>> = {
    ...{ CLIENT: feed.client, SOURCE: feed.source, STORE: feed.store, CHANNEL: feed.channel, PARTNER: feed.partner },
    REGION: region,
  };
  const plain = dimensions.filter((dimension) => dimension !== "WORKFLOW");
  if (plain.some((dimension) => (places[dimension] ?? "") === "")) return [];
  const labels = Object.fromEntries(plain.map((dimension) => [dimension.toLowerCase(), places[dimension] ?? ""]));
  if (!dimensions.includes("WORKFLOW")) return [labels];
  const asked = filter.workflows;
  const served = feed.workflows.filter((workflow) => asked == null || asked.includes(workflow));
  return served.map((workflow) => ({ ...labels, workflow }));
}
