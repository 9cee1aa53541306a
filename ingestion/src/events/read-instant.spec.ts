import fc from "fast-check";
import { readInstant } from "./read-instant.js";

describe("readInstant", () => {
  it("reads what toISOString writes, in any order of days", () => {
    const instants = fc.array(fc.integer({ min: 0, max: Date.UTC(2149, 0, 1) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(instants, (list) => {
        for (const ms of list) {
          expect(readInstant(new Date(ms).toISOString())).toBe(ms);
          expect(readInstant(new Date(ms - (ms % 86_400_000)).toISOString())).toBe(ms - (ms % 86_400_000));
        }
      }),
    );
  });

  it.each([
    ["2026-06-01T08:00:00Z", Date.UTC(2026, 5, 1, 8)],
    ["2026-06-01T08:00:00.5Z", Date.UTC(2026, 5, 1, 8, 0, 0, 500)],
    ["2026-06-01T08:00:00.123456Z", Date.UTC(2026, 5, 1, 8, 0, 0, 123)],
    ["2026-06-01T10:00:00+02:00", Date.UTC(2026, 5, 1, 8)],
    ["2026-06-01 08:00:00z", Date.UTC(2026, 5, 1, 8)],
    ["2024-02-29T00:00:00.000Z", Date.UTC(2024, 1, 29)],
  ])("reads %s", (text, ms) => {
    expect(readInstant(text)).toBe(ms);
  });

  it.each([
    "",
    "2026-06-01",
    "2026-06-01T08:00:00",
    "2026-02-29T08:00:00Z",
    "2026-06-31T08:00:00.000Z",
    "2026-06-01T24:00:00.000Z",
    "2026-06-01T08:60:00.000Z",
    "2026-06-01T08:00:6x.000Z",
    "2026-06-01T08:00:00.00xZ",
  ])("refuses %j, also after a good one of the same day", (text) => {
    expect(readInstant("2026-06-01T07:00:00.000Z")).toBe(Date.UTC(2026, 5, 1, 7));
    expect(readInstant(text)).toBeUndefined();
  });
});
