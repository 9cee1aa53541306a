import type { ReactNode } from "react";
import { writeWhy } from "../../../metrics/why-question.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import type { PanelTable } from "../../../ui/panel-tools.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame, type FramedQuery } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { readSpan } from "./read-span.js";
import { usePanelQuestion } from "./use-panel-question.js";

interface PanelFrameProps<Data> {
  readonly panel: PanelDefinition;
  readonly query: FramedQuery<Data>;
  /** height is that of what comes, in pixels, so that nothing moves when it does. */
  readonly height: number;
  readonly table: (data: Data) => PanelTable;
  readonly isEmpty?: (data: Data) => boolean;
  /** empty says why there is nothing, where the panel knows it better than that the range is too short. */
  readonly empty?: string;
  /** advice says what to do about it. */
  readonly advice?: string;
  readonly note?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** PanelFrame is a panel of a dashboard with its menu and its states: loading, empty, error with the last good data. */
export function PanelFrame<Data>(props: PanelFrameProps<Data>): ReactNode {
  const { panel, query, height } = props;
  const { filter } = usePanelQuestion(panel);
  const [first] = panel.metrics;
  return (
    <Panel
      title={panel.title}
      note={props.note ?? panel.note ?? ""}
      span={readSpan(panel.span)}
      tools={{
        id: panel.id,
        fileName: panel.title.toLowerCase(),
        table: () => (query.data === undefined ? null : props.table(query.data)),
        ...(first === undefined || panel.metrics.length > 1 ? {} : { why: writeWhy({ metric: first.metric, filter }) }),
      }}
    >
      <QueryFrame
        query={query}
        what={panel.title.toLowerCase()}
        skeleton={
          <div style={{ height, overflow: "hidden" }}>
            <SkeletonRows rows={Math.max(1, Math.floor(height / 33))} height={33} />
          </div>
        }
        isEmpty={(data) => props.isEmpty?.(data) ?? false}
        empty={
          <div style={{ minHeight: height }}>
            <EmptyNote title={props.empty ?? "Nothing to show in this range."}>
              {props.empty === undefined ? "Choose a longer range or a wider scope above." : props.advice}
            </EmptyNote>
          </div>
        }
      >
        {props.children}
      </QueryFrame>
    </Panel>
  );
}
