import type { JudgedInstance } from "../evaluate/judge-rule.js";
import { SeriesKeeper } from "./series-keeper.js";

const judge = (client: string, value: number | null, outcome: "match" | "clear" = "clear"): JudgedInstance => ({
  ...{ labels: { client, severity: "warning" }, severity: "warning" },
  ...{ judgement: { outcome, value }, threshold: 1, evidence: {} },
});

describe("SeriesKeeper", () => {
  const range = { fromMs: 0, toMs: 480, stepMs: 1 };

  it("keeps of each stretch the value nearest to firing", () => {
    const [high, low] = [new SeriesKeeper(range, false), new SeriesKeeper(range, true)];
    for (const keeper of [high, low]) [3, 5, 4, null].forEach((value, at) => keeper.note(at + 1, [judge("a", value)]));
    const read = (keeper: SeriesKeeper) => keeper.list()[0];
    expect(read(high)).toMatchObject({ labels: { client: "a" }, fromMs: 0, stepMs: 2 });
    expect(read(high)?.values.slice(0, 3)).toEqual([5, 4, null]);
    expect(read(low)?.values.slice(0, 3)).toEqual([3, 4, null]);
    expect(read(low)?.values).toHaveLength(240);
  });

  it("puts what matched before what came near, and leaves out what had no value", () => {
    const keeper = new SeriesKeeper(range, false);
    keeper.note(1, [judge("near", 9), judge("matched", 2, "match"), judge("far", 1), judge("none", null)]);
    expect(keeper.list().map(({ labels }) => labels["client"])).toEqual(["matched", "near", "far"]);
  });

  it("gives as many groups as a chart has room for", () => {
    const keeper = new SeriesKeeper(range, false);
    keeper.note(
      1,
      Array.from({ length: 20 }, (_, index) => judge(`c${index}`, index)),
    );
    expect(keeper.list().map(({ labels }) => labels["client"])).toEqual(["c19", "c18", "c17", "c16", "c15", "c14"]);
  });
});
