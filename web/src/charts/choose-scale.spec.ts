import { chooseScale } from "./choose-scale.js";

describe("chooseScale", () => {
  it.each<[string, number[], number | null, "duration" | "ratio" | "count", [number, number]]>([
    ["counts start at zero", [3, 17], null, "count", [0, 20]],
    ["counts never tick below one", [1], null, "count", [0, 2]],
    ["durations tick at minutes and hold the limit", [120, 600], 900, "duration", [0, 1200]],
    ["an empty chart still has an axis", [], null, "count", [0, 1]],
    ["a good ratio is shown close to one", [0.97, 0.991], null, "ratio", [0.96, 1]],
    ["a bad ratio starts at zero", [0.4, 0.9], null, "ratio", [0, 1]],
    ["a fall is shown below zero", [-0.5, 0.2], null, "ratio", [-0.6, 0.2]],
    ["a rise is shown above 100 %", [0.1, 2.5], null, "ratio", [0, 3]],
    ["a small ratio is not squeezed", [0.002, 0.018], null, "ratio", [0, 0.02]],
  ])("%s", (_, values, limit, kind, domain) => {
    const scale = chooseScale(values, limit, kind);
    expect(scale.domain.map((edge) => Number(edge.toFixed(6)))).toEqual(domain);
    expect(scale.ticks.length).toBeGreaterThan(1);
  });
});
