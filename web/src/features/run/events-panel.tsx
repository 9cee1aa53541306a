import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstantExact } from "../../format/format-instant.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import classes from "./events.module.css";
import { formatPayload } from "./format-payload.js";
import { runEventsQuery, type RunEventPage, type RunKey } from "./run-query.js";

/** EventsPanel lists the events of a run as they were received; each opens to its payload. */
export function EventsPanel(props: { runKey: RunKey; timeZone: string }): ReactNode {
  const query = useInfiniteQuery(runEventsQuery(props.runKey));
  return (
    <Panel title="Events as received" note="in the order of their time">
      <QueryFrame
        query={query}
        what="the events"
        skeleton={<SkeletonRows rows={4} height={32} />}
        isEmpty={(data) => (data.pages[0]?.nodes.length ?? 0) === 0}
        empty={
          <EmptyNote title="No event is kept.">Payloads are kept for a limited time; the run itself stays.</EmptyNote>
        }
      >
        {(data) => (
          <>
            <ul>
              {data.pages
                .flatMap((page) => page.nodes)
                .map((event) => (
                  <EventRow key={`${event.source} ${event.id}`} event={event} timeZone={props.timeZone} />
                ))}
            </ul>
            {query.hasNextPage ? (
              <button
                type="button"
                className={table.more}
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Show 50 more
              </button>
            ) : null}
          </>
        )}
      </QueryFrame>
    </Panel>
  );
}

function EventRow(props: { event: RunEventPage["nodes"][number]; timeZone: string }): ReactNode {
  const { event, timeZone } = props;
  const lagSeconds = (Date.parse(event.receivedAt) - Date.parse(event.time)) / 1000;
  return (
    <li>
      <details className={classes.event}>
        <summary>
          <span className={classes.kind}>{event.kind}</span>
          <span>{formatInstantExact(new Date(event.time), timeZone)}</span>
          <span className={classes.dim}>
            {event.source}, received {lagSeconds < 0 ? "at once" : `${formatDuration(lagSeconds)} later`}
          </span>
        </summary>
        <pre tabIndex={0} aria-label={`Payload of ${event.id}`}>
          {formatPayload(event.payload)}
        </pre>
      </details>
    </li>
  );
}
