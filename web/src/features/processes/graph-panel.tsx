import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { buildEdgeTable } from "./build-process-tables.js";
import type { ProcessReport } from "./process-query.js";
import classes from "./processes.module.css";
import { shapeProcessGraph } from "./shape-process-graph.js";
import { buildDrawing } from "./build-drawing.js";
import type { ProcessLinks } from "./process-links.js";

const ProcessGraph = lazy(async () => ({ default: (await import("../../charts/process-graph.js")).ProcessGraph }));

interface GraphPanelProps {
  readonly report: ProcessReport;
  /** share of moves that is shown, in per cent. */
  readonly paths: number;
  readonly onPaths: (paths: number) => void;
  /** variant is the way that is marked in the graph. */
  readonly variant: readonly string[] | null;
  readonly links: ProcessLinks;
}

/** GraphPanel draws which step directly followed which; an edge leads to the runs that took it. */
export function GraphPanel(props: GraphPanelProps): ReactNode {
  const { report, paths, links, variant } = props;
  const isWide = useMediaQuery("(min-width: 760px)", true, { getInitialValueInEffect: false });
  // Laying out is work: a page that is drawn again for another reason keeps its graph.
  const graph = useMemo(() => shapeProcessGraph(report, paths / 100), [report, paths]);
  const drawing = useMemo(() => buildDrawing(graph, { report, variant, links }), [graph, report, variant, links]);
  const hidden = graph.hiddenEdges === 0 ? "every move is shown" : `${graph.hiddenEdges} rarer moves are hidden`;
  return (
    <Panel
      title="How runs go"
      note={`${formatRatio(graph.shownShare)} of moves shown, ${hidden}`}
      tools={{ id: "graph", fileName: "process moves", table: () => buildEdgeTable(report) }}
    >
      <label className={classes.slider}>
        <span>Share of moves shown</span>
        <input
          type="range"
          min={10}
          max={100}
          step={5}
          value={paths}
          aria-valuetext={`${paths} %`}
          onChange={(event) => props.onPaths(event.currentTarget.valueAsNumber)}
        />
        <output>{paths} %</output>
      </label>
      {graph.nodes.length === 0 ? (
        <EmptyNote title="No step was reported.">
          {formatCount(report.casesWithoutSteps)} runs ended without a word about their steps: their source sends no
          step.finished events.
        </EmptyNote>
      ) : (
        <Suspense fallback={<SkeletonRows rows={6} height={48} />}>
          <ProcessGraph
            {...drawing}
            isAcross={isWide}
            label={`Moves between ${graph.nodes.length} steps, median ${formatDuration(Math.round(report.durationP50 ?? 0))} from start to end`}
            onFollow={links.follow}
          />
        </Suspense>
      )}
    </Panel>
  );
}
