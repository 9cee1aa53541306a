import { buildRangeSearch, readRange } from "./range-search.js";
import { resolveRange } from "./resolve-range.js";

const from = "2026-11-01T00:00:00.000Z";
const to = "2026-11-02T00:00:00.000Z";

describe("readRange", () => {
  it.each([
    [{}, { kind: "preset", preset: "24h" }],
    [{ range: "7d" }, { kind: "preset", preset: "7d" }],
    [{ range: "12 parsecs" }, { kind: "preset", preset: "24h" }],
    [
      { from, to },
      { kind: "fixed", from, to },
    ],
    [
      { from: to, to: from, range: "1h" },
      { kind: "preset", preset: "1h" },
    ],
    [
      { from: "yesterday", to },
      { kind: "preset", preset: "24h" },
    ],
  ] as const)("%j", (search, range) => {
    expect(readRange(search)).toEqual(range);
  });

  it("follows the page while the address says nothing it can read", () => {
    expect(readRange({}, { fallback: "30d" })).toEqual({ kind: "preset", preset: "30d" });
    expect(readRange({ range: "7d" }, { fallback: "30d" })).toEqual({ kind: "preset", preset: "7d" });
    expect(readRange({ range: "12 parsecs" }, { fallback: "30d" })).toEqual({ kind: "preset", preset: "30d" });
  });

  it("finds a period by its name, and the calendar's own where no retail calendar is set", () => {
    const quarter = { id: "quarter", title: "Q4 2026", calendar: "GREGORIAN", from, to } as const;
    const fiscal = { ...quarter, id: "fiscal-quarter", title: "Q4 2026 · fiscal 4-4-5", calendar: "RETAIL" } as const;
    const { from: _from, to: _to, ...period } = quarter;
    const read = { kind: "fixed", from, to, period };
    expect(readRange({ range: "quarter" }, { periods: [quarter] })).toEqual(read);
    expect(readRange({ range: "fiscal-quarter" }, { periods: [quarter] })).toEqual(read);
    expect(readRange({}, { periods: [quarter, fiscal], fallback: "fiscal-quarter" })).toMatchObject({
      period: { id: "fiscal-quarter", calendar: "RETAIL" },
    });
    expect(buildRangeSearch(readRange({ range: "quarter" }, { periods: [quarter] })).range).toBe("quarter");
    expect(readRange({ range: "quarter" })).toEqual({ kind: "preset", preset: "24h" });
  });

  it("is undone by buildRangeSearch", () => {
    for (const search of [{}, { range: "7d" }, { from, to }]) {
      const written = buildRangeSearch(readRange(search));
      expect(readRange(written)).toEqual(readRange(search));
    }
  });
});

it("a preset ends now, a fixed range stays", () => {
  const now = new Date("2026-11-21T10:00:00Z");
  expect(resolveRange({ kind: "preset", preset: "1h" }, now)).toEqual({
    from: new Date("2026-11-21T09:00:00Z"),
    to: now,
  });
  expect(resolveRange({ kind: "fixed", from, to }, now)).toEqual({ from: new Date(from), to: new Date(to) });
});
