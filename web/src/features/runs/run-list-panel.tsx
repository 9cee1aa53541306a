import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import type { StoreKey } from "../../live-changes/live-subject.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { buildRunTable } from "./build-run-table.js";
import { RunTable } from "./run-table.js";
import { runsQuery, type RunsQuestion } from "./runs-query.js";

interface RunListPanelProps {
  readonly title: string;
  readonly question: RunsQuestion;
  readonly stores: readonly StoreKey[];
  readonly empty: string;
  readonly emptyHint: string;
  readonly span?: PanelSpan;
  /** showsStore names the store of each run; not on the page of one store. */
  readonly showsStore?: boolean;
}

type PanelSpan = 3 | 4 | 5 | 6 | 7 | 8 | 12;

/** RunListPanel shows the first runs of a list. */
export function RunListPanel(props: RunListPanelProps): ReactNode {
  const query = useQuery(runsQuery(props.question, { stores: props.stores }));
  const { names } = useWorkspace();
  const now = useNow(5_000);
  const count = query.data?.totalCount;
  const shown = query.data?.nodes.length ?? 0;
  const note =
    count === undefined ? "" : count > shown ? `${formatCount(shown)} of ${formatCount(count)}` : formatCount(count);
  return (
    <Panel
      title={props.title}
      note={note}
      span={props.span ?? 12}
      tools={{
        id: props.title.toLowerCase().replaceAll(" ", "-"),
        fileName: props.title.toLowerCase(),
        table: () => (query.data === undefined ? null : buildRunTable(query.data.nodes, { names, now })),
      }}
    >
      <QueryFrame
        query={query}
        what={props.title.toLowerCase()}
        skeleton={<SkeletonRows rows={6} height={32} />}
        isEmpty={(page) => page.nodes.length === 0}
        empty={<EmptyNote title={props.empty}>{props.emptyHint}</EmptyNote>}
      >
        {(page) => <RunTable runs={page.nodes} label={props.title} now={now} showsStore={props.showsStore ?? false} />}
      </QueryFrame>
    </Panel>
  );
}
