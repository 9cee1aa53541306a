import type { Names } from "../../registry/build-names.js";
import type { FeedRow } from "./feeds-query.js";

/** FeedSearch is how a list of feeds stands in the URL. */
export interface FeedSearch {
  /** A state of `feedStates`. */
  readonly feed?: string | undefined;
  readonly find?: string | undefined;
  readonly source?: string | undefined;
}

/** feedStates lists the states one can filter by, as the URL and people say them. */
export const feedStates = [
  { id: "", words: "Any state" },
  { id: "silent", words: "Silent or never seen" },
  { id: "late", words: "Later than usual" },
  { id: "ok", words: "Heard" },
] as const;

const statesOf: Readonly<Record<string, readonly FeedRow["state"][]>> = {
  silent: ["STALE", "NEVER_SEEN"],
  late: ["LATE"],
  ok: ["OK"],
};

/** chooseFeeds keeps the feeds that fit what was chosen, in their order; a text is looked for in ids and titles of places. */
export function chooseFeeds(feeds: readonly FeedRow[], search: FeedSearch, names: Names): readonly FeedRow[] {
  const states = statesOf[search.feed ?? ""];
  const text = search.find?.trim().toLowerCase() ?? "";
  return feeds.filter((feed) => {
    if (states !== undefined && !states.includes(feed.state)) return false;
    if (search.source !== undefined && feed.source !== search.source) return false;
    return text === "" || listWords(feed, names).some((word) => word.toLowerCase().includes(text));
  });
}

function listWords({ client, store, channel, partner }: FeedRow, names: Names): string[] {
  return [
    ...(store === null ? [] : [store, names.store(client, store)]),
    ...(channel === null ? [] : [channel, names.channel(client, channel)]),
    ...(partner === null ? [] : [partner, names.partner(client, partner)]),
  ];
}
