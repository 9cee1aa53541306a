import { shapeProcessGraph } from "./shape-process-graph.js";

const figures = (step: string, starts: number, ends: number) => ({
  ...{ step, starts, ends, cases: 10, times: 10, repeats: 0, reworkedCases: 0, failures: 0, failureRate: 0 },
  ...{ share: 0, shareOfAll: 0, isBottleneck: step === "b", workP50: 1, workP95: 1, waitP50: 1, waitP95: 1 },
});
const edge = (from: string, to: string, count: number) => ({ from, to, count, durationP50: 5, durationP95: 9 });

const report = {
  ...{ cases: 100, casesWithoutSteps: 0 },
  stepFigures: [figures("a", 90, 0), figures("b", 10, 0), figures("c", 0, 95), figures("rare", 0, 5)],
  edges: [edge("a", "b", 90), edge("b", "c", 95), edge("b", "rare", 5), edge("rare", "rare", 1)],
};
const tell = (share: number) => shapeProcessGraph(report, share).edges.map(({ from, to }) => `${from}>${to}`);

describe("shapeProcessGraph", () => {
  it("shows everything at the whole share, with where runs begin and end", () => {
    const graph = shapeProcessGraph(report, 1);
    expect(graph).toMatchObject({ hiddenEdges: 0, shownShare: 1 });
    expect(graph.nodes.map(({ id }) => id)).toEqual(["start", "step:a", "step:b", "step:c", "step:rare", "end"]);
    expect(graph.nodes.find(({ isBottleneck }) => isBottleneck)?.title).toBe("b");
    expect(graph.edges).toContainEqual({ from: "step:a", to: "step:b", count: 90, seconds: 5 });
    expect(graph.edges).toContainEqual({ from: "start", to: "step:b", count: 10, seconds: null });
  });

  it("leaves the rarest out, and no step without a way in and out", () => {
    expect(tell(0.95).filter((name) => name.includes("rare"))).toEqual([]);
    expect(tell(0.3)).toEqual(["step:b>step:c", "step:c>end", "start>step:a", "step:a>step:b"]);
  });

  it("shows the strongest way where nothing is asked for", () => {
    expect(shapeProcessGraph(report, 0).edges).toEqual([]);
    expect(tell(0.01).length).toBe(4);
  });

  it("has nothing of runs without steps", () => {
    const none = { ...report, stepFigures: [], edges: [] };
    expect(shapeProcessGraph(none, 1)).toEqual({ nodes: [], edges: [], hiddenEdges: 0, shownShare: 1 });
  });

  it("ends although steps go round", () => {
    const round = {
      ...report,
      stepFigures: [figures("a", 0, 0), figures("b", 0, 0)],
      edges: [edge("a", "b", 5), edge("b", "a", 5)],
    };
    expect(shapeProcessGraph(round, 0.5).edges).toHaveLength(2);
  });
});
