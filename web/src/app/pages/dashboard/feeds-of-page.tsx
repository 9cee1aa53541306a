import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { PanelDefinition } from "../../../features/dashboard/dashboard-query.js";
import { readSpan } from "../../../features/dashboard/frame/read-span.js";
import { buildFeedTable } from "../../../features/feeds/build-feed-table.js";
import { FeedTable } from "../../../features/feeds/feed-table.js";
import { feedsQuery } from "../../../features/feeds/feeds-query.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** FeedsOfPage lists the feeds within what the page is narrowed to, the quietest first. */
export function FeedsOfPage(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { filter, timeZone, names } = useWorkspace();
  const feeds = useQuery(feedsQuery(filter));
  const limit = panel.limit ?? 50;
  const count = feeds.data?.length;
  return (
    <Panel
      title={panel.title}
      note={count === undefined ? "" : count > limit ? `${limit} of ${count}` : String(count)}
      span={readSpan(panel.span)}
      tools={{
        id: panel.id,
        fileName: panel.title.toLowerCase(),
        table: () => (feeds.data === undefined ? null : buildFeedTable(feeds.data, names)),
      }}
    >
      <QueryFrame
        query={feeds}
        what="the feeds"
        skeleton={<SkeletonRows rows={4} height={32} />}
        isEmpty={(rows) => rows.length === 0}
        empty={
          <EmptyNote title="No feed is known.">
            Nothing was sent from here yet: check the connection and the key.
          </EmptyNote>
        }
      >
        {(rows) => <FeedTable feeds={rows.slice(0, limit)} timeZone={timeZone} />}
      </QueryFrame>
    </Panel>
  );
}
