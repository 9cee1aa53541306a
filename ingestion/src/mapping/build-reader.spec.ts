import type { Condition, Expression } from "@watchfloor/dashboards";
import { buildCondition } from "./build-condition.js";
import { buildReader } from "./build-reader.js";
import type { MappedRow } from "./mapped-row.js";
import { RowFault } from "./row-fault.js";

const context = { missing: new Set(["?"]), timeZone: "Europe/Berlin" };
const source = (columns: Record<string, string>, line: number) => ({
  line,
  content: columns,
  kept: { row: columns },
  find: (name: string) => columns[name],
});
const row = (): MappedRow => ({
  row: source(
    { text: "Ab", number: "1,250.5", missing: "?", empty: "", date: "2-Jun-06", us: "6/3/06", bad: "soon" },
    41,
  ),
  next: source({ text: "next" }, 42),
  values: new Map([["named", 7]]),
  warnings: [],
});
const at = (iso: string) => new Date(iso);

describe("buildReader", () => {
  it.each<[string, Expression, unknown]>([
    ["a constant", "x", "x"],
    ["a column", { column: "text" }, "Ab"],
    ["a missing word", { column: "missing" }, undefined],
    ["a missing word that is kept", { column: "missing", keepMissing: true }, "?"],
    ["the empty text", { column: "empty", keepMissing: true }, undefined],
    ["a column of the next row", { column: "text", row: "next" }, "next"],
    ["a named value", { value: "named" }, 7],
    ["the padded line", { line: { pad: 5 } }, "00041"],
    ["a number with thousands", { number: { column: "number" } }, 1250.5],
    ["lower case", { lower: { column: "text" } }, "ab"],
    ["upper case", { upper: { column: "text" } }, "AB"],
    ["parts joined", { concat: [{ column: "text" }, "-", { value: "named" }] }, "Ab-7"],
    ["parts joined, one absent", { concat: ["x", { column: "missing" }] }, undefined],
    ["a looked up value", { lookup: { column: "text" }, table: { Ab: "found" } }, "found"],
    ["a looked up value that is not there", { lookup: "z", table: { Ab: "found" }, otherwise: "other" }, "other"],
    ["the first present", { first: [{ column: "missing" }, { column: "text" }] }, "Ab"],
    ["a choice", { if: { present: { column: "missing" } }, then: "yes", else: "no" }, "no"],
    [
      "a date in the mapping's zone",
      { date: { column: "date" }, formats: ["d-LLL-yy"] },
      at("2006-06-01T22:00:00.000Z"),
    ],
    [
      "the end of a day in UTC",
      { date: { column: "date" }, formats: ["d-LLL-yy"], timeZone: "UTC", endOfDay: true },
      at("2006-06-02T23:59:59.999Z"),
    ],
    [
      "the second format",
      { date: { column: "us" }, formats: ["d-LLL-yy", "M/d/yy"], timeZone: "UTC" },
      at("2006-06-03T00:00:00.000Z"),
    ],
    [
      "the latest",
      {
        latest: [
          { date: "2026-01-02", formats: ["yyyy-MM-dd"], timeZone: "UTC" },
          { date: "2026-01-03", formats: ["yyyy-MM-dd"], timeZone: "UTC" },
          { column: "missing" },
        ],
      },
      at("2026-01-03T00:00:00.000Z"),
    ],
  ])("reads %s", (_name, expression, expected) => {
    expect(buildReader(expression, context)(row())).toEqual(expected);
  });

  it("refuses a date that fits no format, or goes on without when it is optional", () => {
    const date = { date: { column: "bad" }, formats: ["yyyy"] };
    const mapped = row();
    expect(() => buildReader(date, context)(mapped)).toThrow(RowFault);
    expect(buildReader({ ...date, optional: true }, context)(mapped)).toBeUndefined();
    expect(mapped.warnings).toEqual(['"soon" fits none of the date formats yyyy']);
  });

  it("refuses a text that is no number", () => {
    expect(() => buildReader({ number: { column: "bad" } }, context)(row())).toThrow('"soon" is not a number');
  });
});

describe("buildCondition", () => {
  const instant = (text: string): Expression => ({ date: text, formats: ["yyyy-MM-dd"] });

  it.each<[string, Condition, boolean]>([
    ["an earlier instant is before", { left: instant("2026-01-01"), is: "before", right: instant("2026-01-02") }, true],
    [
      "an equal instant is not before",
      { left: instant("2026-01-01"), is: "before", right: instant("2026-01-01") },
      false,
    ],
    ["numbers compare as numbers", { left: "10", is: "greater", right: 9 }, true],
    ["at least includes the number", { left: 3, is: "atLeast", right: 3 }, true],
    ["at most excludes a greater one", { left: 4, is: "atMost", right: 3 }, false],
    ["texts compare as texts", { left: { column: "text" }, is: "equal", right: "Ab" }, true],
    ["an absent side is false", { left: { column: "missing" }, is: "notEqual", right: "x" }, false],
    ["presence", { present: { column: "text" } }, true],
    ["absence", { absent: { column: "missing" } }, true],
    ["a row with a next one is not the last", { lastOfGroup: true }, false],
    ["all", { all: [{ present: "x" }, { absent: "x" }] }, false],
    ["any", { any: [{ present: "x" }, { absent: "x" }] }, true],
    ["not", { not: { absent: "x" } }, true],
  ])("%s", (_name, condition, expected) => {
    expect(buildCondition(condition, (expression) => buildReader(expression, context))(row())).toBe(expected);
  });
});
