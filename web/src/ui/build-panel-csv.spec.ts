import fc from "fast-check";
import Papa from "papaparse";
import { buildPanelCsv } from "./build-panel-csv.js";
import type { PanelTable, TableCell } from "./panel-tools.js";

const one = (...cells: TableCell[]): PanelTable => ({
  columns: [{ title: "Value" }],
  rows: cells.map((cell) => [cell]),
});
const read = (text: string): string[][] => Papa.parse<string[]>(text.replace("\uFEFF", "").trimEnd()).data;

it("writes numbers exactly, with the unit of a column in its head", () => {
  expect(buildPanelCsv(one({ value: -1234.5, unit: "s", text: "-20 min" }, { value: 0.25, unit: "s" }))).toBe(
    "\uFEFFValue (s)\r\n-1234.5\r\n0.25\r\n",
  );
});

it("gives units that differ a column of their own", () => {
  expect(read(buildPanelCsv(one({ value: 3, unit: "EUR" }, { value: 4, unit: "GBP" })))).toEqual([
    ["Value", "Value unit"],
    ["3", "EUR"],
    ["4", "GBP"],
  ]);
});

it("leaves a missing value empty and says why beside it", () => {
  expect(read(buildPanelCsv(one({ value: 3, unit: "" }, { value: null, reason: "not measured" })))).toEqual([
    ["Value", "Value note"],
    ["3", ""],
    ["", "not measured"],
  ]);
});

it("writes instants as they are", () => {
  expect(read(buildPanelCsv(one({ at: "2026-03-29T01:00:00.000Z" })))[1]).toEqual(["2026-03-29T01:00:00.000Z"]);
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '=HYPERLINK("x","y")'])(
  "a spreadsheet never runs %j",
  (text) => {
    expect(buildPanelCsv(one(text))).toMatch(/^\uFEFFValue\r\n"?'/);
  },
);

it("is safe in heads and units too", () => {
  const table: PanelTable = { columns: [{ title: "=cmd" }, { title: "n" }], rows: [["a", { value: 1, unit: "=u" }]] };
  for (const field of read(buildPanelCsv(table)).flat()) expect(field).not.toMatch(/^\s*[=+\-@]/);
});

it("any text comes back as it was, or behind one apostrophe", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const csv = buildPanelCsv({ columns: [{ title: "a" }, { title: "b" }], rows: [[text, "end"]] });
      const back = Papa.parse<string[]>(csv.slice(1), { newline: "\r\n" }).data[1];
      expect([text, `'${text}`]).toContain(back?.[0]);
      expect(back?.[1]).toBe("end");
    }),
  );
});
