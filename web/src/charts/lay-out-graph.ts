import { Graph, layout } from "@dagrejs/dagre";

/** PlacedNode is where a node stands: its middle and its size. */
export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** PlacedEdge is the points an edge goes through, and where its label stands. */
export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: { readonly x: number; readonly y: number };
}

/** GraphLayout is a drawing of a graph in its own units, from (0, 0). */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** layOutGraph places nodes of given sizes in layers, so that most edges lead on; `isAcross` runs from left to right, else down. */
export function layOutGraph(given: {
  readonly nodes: readonly { readonly id: string; readonly width: number; readonly height: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly isAcross: boolean;
}): GraphLayout {
  const graph = new Graph();
  graph.setGraph({
    rankdir: given.isAcross ? "LR" : "TB",
    nodesep: 26,
    ranksep: 36,
    edgesep: 22,
    marginx: 12,
    marginy: 12,
  });
  for (const { id, width, height } of given.nodes) graph.setNode(id, { width, height });
  // The more runs take an edge, the straighter it is drawn.
  for (const { from, to, count } of given.edges)
    graph.setEdge(from, to, { weight: 1 + Math.round(Math.log10(1 + count)), width: 60, height: 30, labelpos: "c" });
  layout(graph);
  const size = graph.graph();
  return {
    ...{ width: size.width ?? 0, height: size.height ?? 0 },
    nodes: given.nodes.map(({ id, width, height }) => {
      const { x = 0, y = 0 } = graph.node(id);
      return { id, x, y, width, height };
    }),
    edges: given.edges.map(({ from, to }) => {
      const { points = [], x = 0, y = 0 } = graph.edge(from, to);
      return { from, to, points, label: { x, y } };
    }),
  };
}
