import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstantExact } from "../../format/format-instant.js";
import { formatCount } from "../../format/format-number.js";
import { writeWhy } from "../../metrics/why-question.js";
import { Choice } from "../../ui/choice.js";
import { EmptyNote } from "../../ui/empty-note.js";
import filters from "../../ui/filters.module.css";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { StateShape, type State } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { buildFeedTable } from "./build-feed-table.js";
import { cadenceWords, feedStateWords } from "./feed-words.js";
import { feedsQuery, type FeedRow } from "./feeds-query.js";
import { chooseFeeds, feedStates, type FeedSearch } from "./choose-feeds.js";

/** FeedChange sets parts of the address of the list of feeds. */
export type FeedChange = { readonly [name in keyof FeedSearch]?: string | undefined };

const pageSize = 12;
const heads = ["Last heard", "Expected", "Silent for"] as const;
const shapes: Readonly<Record<FeedRow["state"], State>> = { OK: "ok", LATE: "risk", STALE: "none", NEVER_SEEN: "none" };

/** FeedsPanel lists the feeds in scope, the quietest against its cadence first. */
export function FeedsPanel(props: { search: FeedSearch; onChange: (change: FeedChange) => void }): ReactNode {
  const { filter, names } = useWorkspace();
  const { search, onChange } = props;
  const query = useQuery(feedsQuery(filter));
  const all = query.data ?? [];
  const shown = chooseFeeds(all, search, names);
  const silent = all.filter(({ state }) => state === "STALE" || state === "NEVER_SEEN").length;
  const sources = [...new Set(all.map(({ source }) => source))].sort();
  return (
    <Panel
      title="Feeds"
      note={query.data === undefined ? "" : `${formatCount(all.length)}, ${formatCount(silent)} silent; quietest first`}
      tools={{
        id: "feeds",
        fileName: "feeds",
        table: () => (query.data === undefined ? null : buildFeedTable(shown, names)),
        why: writeWhy({ metric: "feed_freshness", filter }),
      }}
    >
      <div className={filters.filters}>
        <input
          type="search"
          aria-label="Store, channel or partner of a feed"
          placeholder="Store, channel or partner"
          value={search.find ?? ""}
          onChange={(event) =>
            onChange({ find: event.currentTarget.value === "" ? undefined : event.currentTarget.value })
          }
        />
        <Choice label="State" value={search.feed ?? ""} options={feedStates} onChoose={(feed) => onChange({ feed })} />
        <Choice
          label="Source"
          value={search.source ?? ""}
          options={[{ id: "", words: "Any source" }, ...sources.map((id) => ({ id, words: id }))]}
          onChoose={(source) => onChange({ source })}
        />
      </div>
      <QueryFrame
        query={query}
        what="the feeds"
        skeleton={<SkeletonRows rows={pageSize + 1} height={31} />}
        isEmpty={() => shown.length === 0}
        empty={
          <EmptyNote title={all.length === 0 ? "No feed is known yet." : "No feed fits."}>
            {all.length === 0
              ? "A feed is known from its first event on, or when it is declared. Send one event to POST /v1/events."
              : "Remove a filter or widen the scope above."}
          </EmptyNote>
        }
      >
        {() => <Feeds feeds={shown} />}
      </QueryFrame>
    </Panel>
  );
}

function Feeds(props: { feeds: readonly FeedRow[] }): ReactNode {
  const [count, setCount] = useState(pageSize);
  const { feeds } = props;
  return (
    <>
      <div className={table.scroll} tabIndex={0} role="group" aria-label="Feeds">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Feed</th>
              <th scope="col">State</th>
              <th scope="col">Where</th>
              {heads.map((head) => (
                <th key={head} scope="col" className={table.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {feeds.slice(0, count).map((feed) => (
              <Row key={[feed.client, feed.source, feed.store, feed.channel, feed.partner].join("\n")} feed={feed} />
            ))}
          </tbody>
        </table>
      </div>
      {feeds.length > count ? (
        <button type="button" className={table.more} onClick={() => setCount(count + 8 * pageSize)}>
          Show more of {formatCount(feeds.length)}
        </button>
      ) : null}
    </>
  );
}

function Row(props: { feed: FeedRow }): ReactNode {
  const { names, timeZone, hasManyClients } = useWorkspace();
  const { feed } = props;
  const where = [
    feed.store === null ? "" : names.store(feed.client, feed.store),
    feed.partner === null ? "" : names.partner(feed.client, feed.partner),
    feed.channel === null ? "" : names.channel(feed.client, feed.channel),
    hasManyClients ? names.client(feed.client) : "",
  ].filter((part) => part !== "");
  const times = feed.silentSeconds === null ? null : feed.silentSeconds / feed.cadenceSeconds;
  return (
    <tr>
      <td>{feed.source}</td>
      <td>
        <span className={table.name}>
          <StateShape state={shapes[feed.state]} />
          {feedStateWords[feed.state]}
          {feed.isExpectedNow ? "" : ", closed now"}
        </span>
      </td>
      <td className={table.clip}>{where.join(", ")}</td>
      <td
        className={table.number}
        data-tip={feed.newestAt === null ? undefined : formatInstantExact(new Date(feed.newestAt), timeZone)}
      >
        {feed.silentSeconds === null ? "never" : `${formatDuration(Math.round(feed.silentSeconds))} ago`}
      </td>
      <td className={`${table.number} ${table.dim}`} data-tip={cadenceWords[feed.cadenceFrom]}>
        every {formatDuration(feed.cadenceSeconds)}
      </td>
      <td className={times !== null && times > 2 ? `${table.number} ${table.strong}` : table.number}>
        {renderTimes(times)}
      </td>
    </tr>
  );
}

function renderTimes(times: number | null): string {
  if (times === null) return "–";
  if (times <= 1) return "within its cadence";
  return `${times < 10 ? times.toFixed(1) : formatCount(Math.round(times))} × its cadence`;
}
