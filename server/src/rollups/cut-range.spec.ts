import { cutRange, HOUR_MS } from "./cut-range.js";

const hour = (count: number) => Date.parse("2026-03-01T00:00:00Z") + count * HOUR_MS;
const shown = (ms: number) => (ms - hour(0)) / HOUR_MS;

/** Hours since the beginning, so that a table can be read. */
function cut(question: {
  from: number;
  to: number;
  bounds?: number[];
  horizon?: number;
  unsettled?: number[];
  mayUseDays?: boolean;
}) {
  const found = cutRange({
    from: hour(question.from),
    to: hour(question.to),
    bounds: question.bounds?.map(hour),
    horizon: hour(question.horizon ?? 1_000),
    unsettled: new Set(question.unsettled?.map(hour)),
    mayUseDays: question.mayUseDays ?? true,
  });
  if (found === undefined) return undefined;
  const show = (ranges: readonly { from: number; to: number }[]) =>
    ranges.map(({ from, to }) => [shown(from), shown(to)]);
  return { days: show(found.days), hours: show(found.hours), rows: show(found.rows) };
}

describe("cutRange", () => {
  it.each([
    ["whole days", { from: 0, to: 72 }, { days: [[0, 72]], hours: [], rows: [] }],
    [
      "hours beside whole days",
      { from: 22, to: 50 },
      {
        days: [[24, 48]],
        hours: [
          [22, 24],
          [48, 50],
        ],
        rows: [],
      },
    ],
    [
      "no days where they may not be used",
      { from: 0, to: 48, mayUseDays: false },
      { days: [], hours: [[0, 48]], rows: [] },
    ],
    [
      "parts of an hour",
      { from: 0.5, to: 3.25 },
      {
        days: [],
        hours: [[1, 3]],
        rows: [
          [0.5, 1],
          [3, 3.25],
        ],
      },
    ],
    [
      "the hour at the horizon",
      { from: 0, to: 30, horizon: 25 },
      { days: [[0, 24]], hours: [[24, 25]], rows: [[25, 30]] },
    ],
    [
      "a range that ends behind the horizon of its day",
      { from: 0, to: 24, horizon: 23 },
      { days: [], hours: [[0, 23]], rows: [[23, 24]] },
    ],
    [
      "an hour that waits",
      { from: 0, to: 48, unsettled: [5] },
      {
        days: [[24, 48]],
        hours: [
          [0, 5],
          [6, 24],
        ],
        rows: [[5, 6]],
      },
    ],
    ["buckets that begin with days", { from: 0, to: 48, bounds: [0, 24] }, { days: [[0, 48]], hours: [], rows: [] }],
    [
      "buckets that begin within days",
      { from: 0, to: 48, bounds: [-2, 22, 46] },
      { days: [], hours: [[0, 48]], rows: [] },
    ],
    [
      "buckets that begin within hours",
      { from: 0, to: 48, bounds: [-5.5, 18.5, 42.5] },
      {
        days: [],
        hours: [
          [0, 18],
          [19, 42],
          [43, 48],
        ],
        rows: [
          [18, 19],
          [42, 43],
        ],
      },
    ],
  ])("%s", (_, question, expected) => {
    expect(cut(question)).toEqual(expected);
  });

  it("gives up where nothing is rolled up, or where there are too many pieces", () => {
    expect(cut({ from: 0, to: 48, horizon: 0 })).toBeUndefined();
    expect(cut({ from: 0.1, to: 0.9 })).toBeUndefined();
    const halves = Array.from({ length: 60 }, (_, index) => index * 24 + 18.5);
    expect(cut({ from: 0, to: 1_000, bounds: halves.slice(0, 25) })).toBeDefined();
    expect(cut({ from: 0, to: 60 * 24, horizon: 10_000, bounds: halves })).toBeUndefined();
  });

  it("leaves nothing out and counts nothing twice", () => {
    const found = cut({ from: 3.3, to: 200.7, horizon: 150, unsettled: [7, 30, 31, 149], bounds: [0, 26.5, 100] });
    const all = [...(found?.days ?? []), ...(found?.hours ?? []), ...(found?.rows ?? [])].sort(
      ([a = 0], [b = 0]) => a - b,
    );
    expect([all[0]?.[0], all.at(-1)?.[1]]).toEqual([3.3, 200.7].map((at) => shown(hour(at))));
    for (const [index, [from]] of all.slice(1).entries()) expect(from).toBe(all[index]?.[1]);
  });
});
