import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstantExact } from "../../format/format-instant.js";
import { StateShape, type State } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { cadenceWords, feedStateWords } from "./feed-words.js";
import type { FeedRow } from "./feeds-query.js";

const stateOf: Readonly<Record<FeedRow["state"], State>> = {
  OK: "ok",
  LATE: "risk",
  STALE: "none",
  NEVER_SEEN: "none",
};
/** FeedTable lists feeds with when they were last heard and how often they should be. */
export function FeedTable(props: { feeds: readonly FeedRow[]; timeZone: string }): ReactNode {
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Feeds">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Feed</th>
            <th scope="col" className={table.number}>
              Last heard
            </th>
            <th scope="col" className={table.number}>
              Expected
            </th>
          </tr>
        </thead>
        <tbody>
          {props.feeds.map((feed) => (
            <tr key={`${feed.source} ${feed.channel ?? ""} ${feed.partner ?? ""}`}>
              <td>
                <span className={table.name}>
                  <StateShape state={stateOf[feed.state]} label={feedStateWords[feed.state]} />
                  {feed.source}
                  {feed.channel ? <span className={table.dim}>{feed.channel}</span> : null}
                </span>
              </td>
              <td
                className={table.number}
                data-tip={
                  feed.newestAt === null ? undefined : formatInstantExact(new Date(feed.newestAt), props.timeZone)
                }
              >
                {feed.silentSeconds === null ? "never" : `${formatDuration(Math.round(feed.silentSeconds))} ago`}
              </td>
              <td className={`${table.number} ${table.dim}`} data-tip={cadenceWords[feed.cadenceFrom]}>
                every {formatDuration(feed.cadenceSeconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
