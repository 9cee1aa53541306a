import { SampleSeries } from "../sample-series.js";
import { SampleStore } from "../sample-store.js";
import { evaluateQuery } from "./evaluate-query.js";
import { QueryError } from "./query-error.js";
import { parseQuery } from "./parse-query.js";

const MINUTE = 60_000;
const store = new SampleStore([
  new SampleSeries(
    "m",
    { store: "s1", client: "c1" },
    [0, 1, 2, 3].map((minute) => ({ at: minute * MINUTE, value: minute + 1 })),
  ),
  new SampleSeries("m", { store: "s2", client: "c1" }, [
    { at: 0, value: 10 },
    { at: 2 * MINUTE, value: null },
  ]),
  new SampleSeries("n", { store: "s1", client: "c1" }, [{ at: 0, value: 4 }]),
]);
const ask = (text: string, t = 180, lookback = 0) =>
  evaluateQuery(parseQuery(text), {
    ...{ store, at: t * 1_000, queryAt: t * 1_000 },
    ...{ lookback: lookback * 1_000, step: MINUTE },
  });
const values = (text: string, t?: number, lookback?: number) => {
  const answer = ask(text, t, lookback);
  return typeof answer === "number" ? answer : answer.map(({ labels, value }) => `${labels["store"] ?? "-"}=${value}`);
};

describe("evaluateQuery", () => {
  it.each([
    ["m", ["s1=4"]],
    ["m offset 1m", ["s1=3"]],
    ["m offset 2m", ["s1=2", "s2=10"]],
    ['m{store!="s1"} offset 2m', ["s2=10"]],
    ['{__name__=~"m|n", store="s1"}', ["s1=4", "s1=4"]],
    ["-m + 1", ["s1=-3"]],
    ["m > 3", ["s1=4"]],
    ["3 < m", ["s1=4"]],
    ["m > bool 4", ["s1=0"]],
    ["m / n", ["s1=1"]],
    ["avg_over_time(m[119s])", ["s1=3.5"]],
    ["sum_over_time(m[2m])", ["s1=9"]],
    ["max_over_time(m[1h] offset 2m)", ["s1=2", "s2=10"]],
    ["quantile_over_time(0.5, m[1h])", ["s1=2.5", "s2=10"]],
    ["count_over_time(m[1h]) and m", ["s1=4"]],
    ["count_over_time(m[1h]) unless m", ["s2=1"]],
    ["m or n", ["s1=4"]],
    ["sum(count_over_time(m[1h]))", ["-=5"]],
    ["sum by (store) (m) > 1", ["s1=4"]],
    ["max without (client) (m)", ["s1=4"]],
    ["absent(m)", []],
    ['absent(m{store="s3"})', ["s3=1"]],
    ["absent_over_time(m[1h])", []],
    ['absent_over_time(m{store="s2"}[1m])', ["s2=1"]],
    ["time() - m > 175", ["s1=176"]],
    ["abs(m - 6)", ["s1=2"]],
    ["m and on(client) n", ["s1=4"]],
    ["1 + 2 * 3", 7],
    ["-2 ^ 2", -4],
    ["2 ^ 3 ^ 2", 512],
    ["m > 3 and m offset 1m > 2", ["s1=4"]],
    ["m offset 3m + m offset 1m", ["s1=4"]],
    ["m @ 60", ["s1=2", "s2=10"]],
    ["m offset -1h", ["s1=4"]],
    ["max_over_time((m * 2)[2m:1m])", ["s1=8", "s2=20"]],
    ["rate(m[3m])", ["s1=0.016666666666666666"]],
    ["increase(m[3m])", ["s1=3"]],
    ["topk(1, max_over_time(m[3m]))", ["s2=10"]],
    ['count_values by (store) ("v", m)', ["s1=1"]],
    ["m + on (client) group_left sum by (client) (m)", ["s1=8"]],
    ['label_replace(m, "store", "x$1", "store", "s(.)")', ["x1=4"]],
    ["timestamp(m offset 1m)", ["s1=120"]],
    ["quantile_over_time(0.5, m[1m])", ["s1=3.5"]],
    ["(m / 0) != 1", ["s1=Infinity"]],
    ["(m - m) / 0 != 1", []],
    ["m # the rest is a remark", ["s1=4"]],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it("says that elements of two sides do not belong together", () => {
    expect(() => ask("m + on (client) m offset 2m")).toThrow(QueryError);
    expect(() => ask("max_over_time(m[1h]) >= on (client) n")).toThrow(/group_left/);
  });

  it("lets a sample hold until the next, or for the look-back", () => {
    expect(values("n", 10_000)).toEqual(["s1=4"]);
    expect(values("n", 300, 300)).toEqual(["s1=4"]);
    expect(values("n", 301, 300)).toEqual([]);
  });

  it.each(["histogram_quantile(0.9, m)", "m[5m]", "m and 1", "m >", "sum(", "1 > 2", "m m", "rate(m)"])(
    "refuses %s instead of guessing",
    (text) => {
      expect(() => ask(text)).toThrow(/understood|needs a/);
    },
  );
});
