import { formatInstant } from "../../format/format-instant.js";
import type { Names } from "../../registry/build-names.js";
import type { FeedRow } from "./feeds-query.js";

/** QuietGroup is what went quiet, told as one thing: a store with all its feeds, or a source in many stores. */
export interface QuietGroup {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly silentSeconds: number | null;
  readonly cadenceSeconds: number;
  readonly client: string;
  readonly store: string | null;
}

interface GroupOptions {
  readonly names: Names;
  readonly timeZone: string;
  readonly now: Date;
}

/** manyStores is from how many stores on one cause is told as one line. */
const manyStores = 4;

/**
 * groupQuietFeeds tells quiet feeds the way people think of them: a silent store is one line, not one for each of its feeds, and
 * a source that fails in many stores is one line, not one for each store. Longest silence first.
 */
export function groupQuietFeeds(feeds: readonly FeedRow[], options: GroupOptions): readonly QuietGroup[] {
  const quiet = feeds.filter(isQuiet);
  const totalByPlace = countBy(feeds, placeKey);
  const bySource = groupBy(quiet, (feed) => `${feed.client}\n${feed.source}`);
  const taken = new Set<FeedRow>();
  const groups: QuietGroup[] = [];
  for (const [key, members] of bySource) {
    const partial = members.filter((feed) => isPartOfPlace(feed, quiet, totalByPlace));
    if (partial.length < manyStores) continue;
    for (const feed of partial) taken.add(feed);
    groups.push(buildSourceGroup(key, partial, options));
  }
  const rest = quiet.filter((feed) => !taken.has(feed));
  for (const [key, members] of groupBy(rest, placeKey))
    groups.push(buildPlaceGroup(key, members, totalByPlace.get(key) ?? 0, options));
  return groups.sort((a, b) => (b.silentSeconds ?? Infinity) - (a.silentSeconds ?? Infinity));
}

/** isQuiet says that a feed is beyond twice its cadence, or was declared and never came. */
export function isQuiet(feed: FeedRow): boolean {
  return feed.state === "STALE" || feed.state === "NEVER_SEEN";
}

function isPartOfPlace(feed: FeedRow, quiet: readonly FeedRow[], totals: ReadonlyMap<string, number>): boolean {
  if (feed.store === null || feed.store === "") return false;
  const key = placeKey(feed);
  return quiet.filter((other) => placeKey(other) === key).length < (totals.get(key) ?? 0);
}

function buildSourceGroup(key: string, members: readonly FeedRow[], options: GroupOptions): QuietGroup {
  const client = members[0]?.client ?? "";
  const source = members[0]?.source ?? "";
  const stores = [...new Set(members.map((feed) => options.names.store(client, feed.store ?? "")))];
  const listed = stores.slice(0, 4).join(", ") + (stores.length > 4 ? " and more" : "");
  return {
    ...describe(members),
    key,
    title: `${source} is silent in ${stores.length} stores`,
    detail: `${options.names.client(client)}: ${listed}`,
    client,
    store: null,
  };
}

function buildPlaceGroup(key: string, members: readonly FeedRow[], total: number, options: GroupOptions): QuietGroup {
  const first = members[0];
  const client = first?.client ?? "";
  const store = first?.store ?? "";
  const sources = [...new Set(members.map((feed) => feed.source))].sort();
  const isWhole = members.length === total;
  const newest =
    members
      .map((feed) => feed.newestAt ?? "")
      .sort()
      .at(-1) ?? "";
  const last =
    newest === "" ? "never heard" : `last event ${formatInstant(new Date(newest), options.timeZone, options.now)}`;
  const part = isWhole ? "" : ` (${members.length} of ${total} feeds)`;
  return {
    ...describe(members),
    key,
    title: renderTitle(first, isWhole, sources, options.names),
    detail: `${sources.join(", ")}${part}, ${last}`,
    client,
    store: store === "" ? null : store,
  };
}

function renderTitle(feed: FeedRow | undefined, isWhole: boolean, sources: readonly string[], names: Names): string {
  if (feed === undefined) return "A feed is silent";
  const place = renderPlace(feed, names);
  if (isWhole) return `${place} is silent`;
  return `${place}: ${sources.length === 1 ? `${sources[0] ?? "a feed"} is silent` : `${sources.length} feeds are silent`}`;
}

function renderPlace(feed: FeedRow, names: Names): string {
  if (feed.store !== null && feed.store !== "") return names.store(feed.client, feed.store);
  if (feed.partner !== null && feed.partner !== "") return names.partner(feed.client, feed.partner);
  if (feed.channel !== null && feed.channel !== "") return names.channel(feed.client, feed.channel);
  return `${names.client(feed.client)} ${feed.source}`;
}

function describe(members: readonly FeedRow[]): { silentSeconds: number | null; cadenceSeconds: number } {
  const silences = members.flatMap((feed) => (feed.silentSeconds === null ? [] : [feed.silentSeconds]));
  return {
    silentSeconds: silences.length === 0 ? null : Math.min(...silences),
    cadenceSeconds: Math.min(...members.map((feed) => feed.cadenceSeconds)),
  };
}

function placeKey(feed: FeedRow): string {
  const place = feed.store || feed.partner || feed.channel;
  return `${feed.client}\n${place ? place : feed.source}`;
}

function groupBy(feeds: readonly FeedRow[], keyOf: (feed: FeedRow) => string): Map<string, FeedRow[]> {
  const groups = new Map<string, FeedRow[]>();
  for (const feed of feeds) {
    const found = groups.get(keyOf(feed));
    if (found === undefined) groups.set(keyOf(feed), [feed]);
    else found.push(feed);
  }
  return groups;
}

function countBy(feeds: readonly FeedRow[], keyOf: (feed: FeedRow) => string): Map<string, number> {
  return new Map([...groupBy(feeds, keyOf)].map(([key, members]) => [key, members.length]));
}
