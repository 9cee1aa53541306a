import { stringify } from "csv-stringify/sync";
import type { ReportContent } from "../content/report-content.js";
import { listReportRows, REPORT_COLUMNS } from "./list-report-rows.js";

/** renderReportCsv writes a report as one table for spreadsheets: a byte order mark, because Excel takes UTF-8 for another code without. */
export function renderReportCsv(content: ReportContent): Buffer {
  const text = stringify(listReportRows(content), {
    header: true,
    columns: [...REPORT_COLUMNS],
    bom: true,
    record_delimiter: "\r\n",
    // Text that a spreadsheet would run as a formula is marked as text; numbers are written by us and stay numbers.
    cast: { string: guardFormula, number: String },
  });
  return Buffer.from(text, "utf8");
}

/** What spreadsheets take for the beginning of a formula, white space before it included. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|]|^[\t\r\n]/;

/** guardFormula puts an apostrophe before text that a spreadsheet would run. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
