import { computeNabScore } from "./compute-nab-score.js";

const file = (
  alerts: Readonly<Record<number, number>>,
  windows: readonly (readonly [number, number])[],
  length = 1_000,
) => ({
  scores: Array.from({ length }, (_, row) => alerts[row] ?? 0),
  windows,
});

describe("computeNabScore", () => {
  it("gives 0 to silence, 100 to the first row of every window, and 50 to half of them", () => {
    const windows = [
      [300, 399],
      [700, 799],
    ] as const;
    expect(computeNabScore([file({}, windows)]).score).toBe(0);
    expect(computeNabScore([file({ 300: 1, 700: 1 }, windows)]).score).toBeCloseTo(100, 6);
    expect(computeNabScore([file({ 300: 1 }, windows)]).score).toBeCloseTo(50, 6);
  });

  it("gives less to what comes later in a window, by the sigmoid of the benchmark", () => {
    const sigmoid = (position: number) => 2 / (1 + Math.exp(5 * position)) - 1;
    const { score } = computeNabScore([file({ 350: 1, 360: 1 }, [[300, 399]])]);
    expect(score).toBeCloseTo((100 * (sigmoid(-0.5) / sigmoid(-1) + 1)) / 2, 6);
  });

  it("charges false alerts: 0.11 far from windows, less behind one, nothing in the first 15 %", () => {
    const windows = [[500, 599]] as const;
    const charge = (row: number) => 100 - computeNabScore([file({ 500: 1, [row]: 1 }, windows)], 1).score;
    expect(charge(149)).toBeCloseTo(0, 6);
    expect(charge(150)).toBeCloseTo(5.5, 6);
    expect(charge(950)).toBeCloseTo(5.5, 1);
    expect(charge(620)).toBeLessThan(3);
    expect(charge(600)).toBeLessThan(charge(620));
  });

  it("takes the threshold that is best over all files, not for each", () => {
    const good = file({ 300: 9, 800: 5 }, [[300, 399]]);
    const bad = file({ 300: 4, 500: 8, 550: 8, 600: 8, 650: 8, 900: 8 }, [[300, 399]]);
    const found = computeNabScore([good, bad]);
    expect(found).toMatchObject({ threshold: 4, found: 2, falseAlerts: 6, windows: 2 });
    expect(computeNabScore([good, bad], 9)).toMatchObject({ threshold: 9, found: 1, falseAlerts: 0 });
  });

  it("survives files without windows", () => {
    expect(computeNabScore([file({ 500: 1 }, [])])).toMatchObject({ score: 0, windows: 0 });
  });
});
