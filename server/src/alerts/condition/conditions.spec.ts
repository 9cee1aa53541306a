import { buildBurnFactor, buildErrorRatioThreshold, judgeBurn } from "./burn-rate.js";
import { judgeDeviation } from "./judge-deviation.js";
import { checkThreshold, judgeThreshold, type ThresholdOperator } from "./judge-threshold.js";

const DAY = 86_400_000;

describe("judgeThreshold", () => {
  it.each([
    [">", [80, 80.1], "cm"],
    [">=", [79.9, 80], "cm"],
    ["<", [80, 79.9], "cm"],
    ["<=", [80.1, 80], "cm"],
    ["==", [79, 80], "cm"],
    ["!=", [80, 79], "cm"],
  ] as const)("%s compares strictly as written, on both sides of the threshold", (op, values, letters) => {
    expect(values.map((value) => judgeThreshold(value, { op, threshold: 80 }).outcome.charAt(0)).join("")).toBe(
      letters,
    );
  });

  it.each([">", ">=", "<", "<=", "==", "!="] as ThresholdOperator[])("NaN and nothing are missing for %s", (op) => {
    for (const value of [Number.NaN, null, undefined])
      expect(judgeThreshold(value, { op, threshold: 0 })).toEqual({ outcome: "missing", value: null });
  });

  it("compares infinities, negative zero and what is beyond 2^53", () => {
    const judge = (value: number, op: ThresholdOperator, threshold: number) =>
      judgeThreshold(value, { op, threshold }).outcome;
    expect(judge(Infinity, ">", 1e308)).toBe("match");
    expect(judge(-Infinity, "<", -1e308)).toBe("match");
    expect(judge(-0, "==", 0)).toBe("match");
    expect(judge(2 ** 53 + 2, ">", 2 ** 53)).toBe("match");
  });

  it("holds between threshold and recovery: fire above 90, recover at 80", () => {
    const condition = { op: ">" as const, threshold: 90, recoveryThreshold: 80 };
    expect([90.1, 90, 80.1, 80].map((value) => judgeThreshold(value, condition).outcome)).toEqual([
      "match",
      "hold",
      "hold",
      "clear",
    ]);
  });

  it("refuses a recovery threshold on the wrong side", () => {
    expect(checkThreshold({ op: ">", threshold: 90, recoveryThreshold: 91 })).toMatch(/at or below/);
    expect(checkThreshold({ op: "<=", threshold: 90, recoveryThreshold: 89 })).toMatch(/at or above/);
    expect(checkThreshold({ op: "==", threshold: 90, recoveryThreshold: 90 })).toMatch(/no recovery/);
    expect(checkThreshold({ op: ">", threshold: Number.NaN })).toMatch(/finite/);
    expect(checkThreshold({ op: "<", threshold: 90, recoveryThreshold: 90 })).toBeUndefined();
  });
});

describe("burn rates", () => {
  it.each([
    [14.4, 0.999, 0.0144],
    [1, 0.999, 0.001],
    [6, 0.99999, 0.00006],
  ])("%d x (1 - %d) is %d without the noise of doubles", (factor, slo, threshold) => {
    expect(buildErrorRatioThreshold(factor, slo)).toBe(threshold);
  });

  it.each([
    [7, 3.36, 1.4, 0.233333],
    [28, 13.44, 5.6, 0.933333],
    [30, 14.4, 6, 1],
    [90, 43.2, 18, 3],
  ])("over %d days has the factors of the workbook", (days, fast, slow, ticket) => {
    const factors = [
      buildBurnFactor(0.02, days * DAY, DAY / 24),
      buildBurnFactor(0.05, days * DAY, DAY / 4),
      buildBurnFactor(0.1, days * DAY, 3 * DAY),
    ];
    [fast, slow, ticket].forEach((factor, at) => expect(factors[at]).toBeCloseTo(factor, 5));
  });

  const counts = (bad: number | null, total: number | null) => ({ bad, total });

  it("matches strictly above in both windows", () => {
    const judge = (long: number, short: number) =>
      judgeBurn({ long: counts(long, 10_000), short: counts(short, 10_000) }, 0.0144).outcome;
    expect([judge(145, 145), judge(144, 200), judge(200, 144)]).toEqual(["match", "clear", "clear"]);
  });

  it.each([
    [counts(0, 0), counts(1, 10)],
    [counts(1, 10), counts(0, 0)],
    [counts(null, null), counts(1, 10)],
  ])("is missing where a window saw nothing (%j, %j)", (long, short) => {
    expect(judgeBurn({ long, short }, 0.01).outcome).toBe("missing");
  });

  it("pages neither on few failures nor on a service that was hardly seen", () => {
    const guards = { minBadEvents: 3, minWindowCoverage: 0.5 };
    const judge = (bad: number, longCoverage: number) =>
      judgeBurn({ long: counts(bad, 60), short: counts(bad, 5) }, 0.0144, { guards, longCoverage }).outcome;
    expect([judge(1, 1), judge(3, 1), judge(3, 0.49)]).toEqual(["clear", "match", "missing"]);
  });
});

describe("judgeDeviation", () => {
  const terms = { threshold: 3, minPoints: 4, isTwoSided: true };
  it.each([
    [16.1, [8, 12, 8, 12], "match", 3.05],
    [16, [8, 12, 8, 12], "clear", 3],
    [3.9, [8, 12, 8, 12], "match", 3.05],
    [11, [10, 10, 10, 10], "match", Infinity],
  ])("%d against %j: %s", (value, baseline, outcome, score) => {
    const judged = judgeDeviation(value, baseline, terms);
    expect(judged.outcome).toBe(outcome);
    expect(judged.value).toBeCloseTo(score, 9);
  });

  it("is missing without enough points, without a value, and where nothing ever moved", () => {
    expect(judgeDeviation(1, [1, 2, 3], terms).outcome).toBe("missing");
    expect(judgeDeviation(null, [1, 2, 3, 4], terms).outcome).toBe("missing");
    expect(judgeDeviation(10, [10, 10, 10, 10], terms).outcome).toBe("missing");
  });

  it("looks at one side where it is told to", () => {
    expect(judgeDeviation(3.9, [8, 12, 8, 12], { ...terms, isTwoSided: false }).outcome).toBe("clear");
  });
});
