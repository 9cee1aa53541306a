import { ImportCount } from "../import-count.js";
import { renderProgress } from "./render-progress.js";

const earlier = {
  rows: 12_000,
  rejectedRows: 10,
  events: 36_000,
  accepted: 35_990,
  duplicates: 0,
  rejectedEvents: 10,
  byKind: [],
  warnings: [],
};

describe("renderProgress", () => {
  it.each<[string, number, number, number, string]>([
    [
      "an estimate",
      4_300_000,
      10_000_000,
      10_000,
      "12,000 rows, 36,000 events, 3,600 events/s, 43 % of 10.0 MB, about 14 s left",
    ],
    [
      "minutes",
      100_000,
      10_000_000,
      10_000,
      "12,000 rows, 36,000 events, 3,600 events/s, 1 % of 10.0 MB, about 17 min left",
    ],
    [
      "hours",
      1_000_000,
      10_000_000_000,
      10_000,
      "12,000 rows, 36,000 events, 3,600 events/s, 0 % of 10.0 GB, about 27 h 47 min left",
    ],
    ["no estimate at first", 5_000, 10_000, 1_999, "12,000 rows, 36,000 events, 18,009 events/s, 50 % of 10.0 kB"],
    ["no estimate at the end", 900, 900, 10_000, "12,000 rows, 36,000 events, 3,600 events/s, 100 % of 900 B"],
    ["no bytes", 0, 0, 0, "12,000 rows, 36,000 events"],
  ])("writes %s", (_name, bytes, totalBytes, elapsedMs, expected) => {
    const count = new ImportCount(earlier);
    count.bytes = bytes;
    expect(renderProgress(count, { totalBytes, elapsedMs })).toBe(expected);
  });

  it("counts the pace of this run alone", () => {
    expect(renderProgress(new ImportCount(earlier), { totalBytes: 0, elapsedMs: 1_000 }, 35_000)).toContain(
      " 1,000 events/s",
    );
  });
});
