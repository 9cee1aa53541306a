import type { DrawnEdge, DrawnNode } from "../../charts/process-graph.js";
import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import type { ProcessLinks } from "./process-links.js";
import type { ProcessReport } from "./process-query.js";
import { END, START, type GraphEdge, type ProcessGraph } from "./shape-process-graph.js";

/** buildDrawing writes what stands on the nodes and edges of a graph, and marks the moves of one variant. */
export function buildDrawing(
  graph: ProcessGraph,
  of: { report: ProcessReport; variant: readonly string[] | null; links: ProcessLinks },
): { nodes: readonly DrawnNode[]; edges: readonly DrawnEdge[] } {
  const { report, links } = of;
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const marked = listMoves(of.variant);
  const cases = Math.max(1, report.cases);
  return {
    nodes: graph.nodes.map((node) => ({
      ...{ id: node.id, kind: node.kind, title: node.title, isMarked: node.isBottleneck },
      note: `${formatCount(node.cases)}, ${formatRatio(node.cases / cases)}${node.isBottleneck ? ", slowest" : ""}`,
      weight: Math.min(1, node.cases / cases),
    })),
    edges: graph.edges.map((edge) => {
      const [from, to] = [titles.get(edge.from) ?? "", titles.get(edge.to) ?? ""];
      const isRim = edge.from === START || edge.to === END;
      return {
        ...{ from: edge.from, to: edge.to, count: edge.count, lines: listLines(edge) },
        words: `${from} to ${to}: ${formatCount(edge.count)} times${edge.seconds === null ? "" : `, median ${formatSigned(edge.seconds)} from start to start`}`,
        href: isRim ? null : links.hrefOf({ edge: { from, to } }),
        isMarked: marked.has(`${edge.from}\n${edge.to}`),
      };
    }),
  };
}

function listLines({ count, seconds }: GraphEdge): string[] {
  return seconds === null ? [formatCount(count)] : [formatCount(count), formatSigned(seconds)];
}

function formatSigned(seconds: number): string {
  return formatDuration(Math.abs(seconds) < 10 ? seconds : Math.round(seconds));
}

function listMoves(variant: readonly string[] | null): ReadonlySet<string> {
  if (variant === null || variant.length === 0) return new Set();
  const ids = [START, ...variant.map((step) => `step:${step}`), END];
  return new Set(ids.slice(1).map((id, place) => `${ids[place] ?? ""}\n${id}`));
}
