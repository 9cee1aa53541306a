import type { ProcessReport } from "./process-query.js";

/** GraphNode is a step, or where runs begin and end. */
export interface GraphNode {
  readonly id: string;
  readonly kind: "start" | "step" | "end";
  readonly title: string;
  /** Runs that did it; of start and end all runs with steps. */
  readonly cases: number;
  readonly isBottleneck: boolean;
}

/** GraphEdge is how often one step directly followed another. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Median seconds from start to start; null from the start and to the end. */
  readonly seconds: number | null;
}

/** ProcessGraph is the nodes and edges that are shown, and how many are not. */
export interface ProcessGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly hiddenEdges: number;
  /** Share of all moves that the shown edges are. */
  readonly shownShare: number;
}

/** START and END are the nodes of no step; steps carry a prefix, so that one called like them stays apart. */
export const START = "start";
export const END = "end";
const idOf = (step: string): string => `step:${step}`;

/**
 * shapeProcessGraph chooses the edges that happened most until they are `share` (0..1) of all moves, and for each step they touch the
 * strongest edge into it and out of it, so that no step hangs in the air.
 */
export function shapeProcessGraph(
  report: Pick<ProcessReport, "edges" | "stepFigures" | "cases" | "casesWithoutSteps">,
  share: number,
): ProcessGraph {
  const all = listEdges(report);
  const total = all.reduce((sum, edge) => sum + edge.count, 0);
  let sum = 0;
  const chosen = new Set(
    all.filter((edge) => {
      const isWanted = sum < share * total - 1e-9;
      sum += edge.count;
      return isWanted;
    }),
  );
  for (const edge of [...chosen]) connect(edge, all, chosen);
  const edges = all.filter((edge) => chosen.has(edge));
  const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const shownCount = edges.reduce((count, edge) => count + edge.count, 0);
  return {
    nodes: listNodes(report).filter(({ id }) => shown.has(id)),
    edges,
    hiddenEdges: all.length - edges.length,
    shownShare: total === 0 ? 1 : shownCount / total,
  };
}

function connect(edge: GraphEdge, all: readonly GraphEdge[], chosen: Set<GraphEdge>): void {
  // A step that is reached by a chosen edge is walked to the end, and one that is left back to the start.
  for (const [end, near, far] of [
    [edge.to, "from", "to"],
    [edge.from, "to", "from"],
  ] as const) {
    let at = end;
    const seen = new Set<string>();
    while (at !== START && at !== END && !seen.has(at)) {
      seen.add(at);
      const next = all.find((each) => each[near] === at && each[far] !== at && !seen.has(each[far]));
      if (next === undefined) break;
      chosen.add(next);
      at = next[far];
    }
  }
}

function listEdges({ edges, stepFigures }: Pick<ProcessReport, "edges" | "stepFigures">): GraphEdge[] {
  const rim = (from: string, to: string, count: number): GraphEdge[] =>
    count === 0 ? [] : [{ from, to, count, seconds: null }];
  return [
    ...stepFigures.flatMap(({ step, starts }) => rim(START, idOf(step), starts)),
    ...edges.map(({ from, to, count, durationP50 }) => ({
      ...{ from: idOf(from), to: idOf(to), count },
      seconds: durationP50,
    })),
    ...stepFigures.flatMap(({ step, ends }) => rim(idOf(step), END, ends)),
  ].sort((a, b) => b.count - a.count);
}

function listNodes(report: Pick<ProcessReport, "stepFigures" | "cases" | "casesWithoutSteps">): GraphNode[] {
  const started = report.stepFigures.reduce((sum, { starts }) => sum + starts, 0);
  const rim = { cases: started, isBottleneck: false };
  return [
    { id: START, kind: "start", title: "Start", ...rim },
    ...report.stepFigures.map(({ step, cases, isBottleneck }) => ({
      ...{ id: idOf(step), kind: "step" as const, title: step, cases, isBottleneck },
    })),
    { id: END, kind: "end", title: "End", ...rim },
  ];
}
