import { formatDuration } from "../../format/format-duration.js";
import type { Names } from "../../registry/build-names.js";
import type { PanelTable, TableCell } from "../../ui/panel-tools.js";
import { cadenceWords, feedStateWords } from "./feed-words.js";
import type { FeedRow } from "./feeds-query.js";

const places = ["Source", "Client", "Store", "Channel", "Partner", "State"];

/** buildFeedTable writes feeds as plain rows, as they come. */
export function buildFeedTable(feeds: readonly FeedRow[], names: Names): PanelTable {
  return {
    columns: [
      ...places.map((title) => ({ title })),
      { title: "Newest event" },
      { title: "Silent", isNumber: true },
      { title: "Expected every", isNumber: true },
      { title: "Cadence is" },
    ],
    rows: feeds.map((feed) => [
      feed.source,
      names.client(feed.client),
      feed.store === null ? "" : names.store(feed.client, feed.store),
      feed.channel === null ? "" : names.channel(feed.client, feed.channel),
      feed.partner === null ? "" : names.partner(feed.client, feed.partner),
      feedStateWords[feed.state],
      feed.newestAt === null ? { value: null, reason: "never heard" } : { at: feed.newestAt },
      buildSeconds(feed.silentSeconds),
      buildSeconds(feed.cadenceSeconds),
      cadenceWords[feed.cadenceFrom],
    ]),
  };
}

function buildSeconds(value: number | null): TableCell {
  return value === null
    ? { value, reason: "never heard" }
    : { value, unit: "s", text: formatDuration(Math.round(value)) };
}
