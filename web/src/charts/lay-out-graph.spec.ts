import { layOutGraph } from "./lay-out-graph.js";

const nodes = ["a", "b", "c"].map((id) => ({ id, width: 100, height: 40 }));
const edges = [
  { from: "a", to: "b", count: 10 },
  { from: "b", to: "c", count: 5 },
  { from: "c", to: "a", count: 1 },
  { from: "b", to: "b", count: 2 },
];

describe("layOutGraph", () => {
  it.each([
    [true, "x"],
    [false, "y"],
  ] as const)("places what follows after what it follows (across: %s)", (isAcross, axis) => {
    const placed = layOutGraph({ nodes, edges, isAcross });
    const [a, b, c] = placed.nodes.map((node) => node[axis]);
    expect(a).toBeLessThan(b ?? 0);
    expect(b).toBeLessThan(c ?? 0);
    for (const node of placed.nodes) {
      expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0);
      expect(node.x + node.width / 2).toBeLessThanOrEqual(placed.width);
    }
    for (const edge of placed.edges) expect(edge.points.length).toBeGreaterThan(1);
  });

  it("has room for nothing", () => {
    expect(layOutGraph({ nodes: [], edges: [], isAcross: true })).toMatchObject({ nodes: [], edges: [] });
  });
});
