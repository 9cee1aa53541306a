import type { Content, CustomTableLayout, TableCell } from "pdfmake/interfaces.js";
import type { AnsweredValue } from "../../metrics/execution/metric-answer.js";
import { NULL_REASON_WORDS } from "../content/null-reason-words.js";
import { renderFigure, renderRatio } from "../content/render-figure.js";

/** INK is what a report is printed in; contrast on white is at least 4.5. */
export const INK = { text: "#14181d", soft: "#4c5661", faint: "#626d78", line: "#e3e6ea", bad: "#b3202c" } as const;

/** QUIET_LINES draws thin rules below rows and nothing else. */
export const QUIET_LINES: CustomTableLayout = {
  hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => INK.line,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
};

/** Column is a column of a table: its head, its width (`*` shares what is left), and whether it holds numbers. */
export interface Column {
  readonly head: string;
  readonly width: number | "*" | "auto";
  readonly isNumber?: boolean;
}

/** buildHeading begins a section; sections are found in the outline of the document. */
export function buildHeading(title: string, words: string): Content {
  return [
    { text: title, style: "heading", outline: true, headlineLevel: 1 },
    { text: words, color: INK.faint, margin: [0, 0, 0, 8] },
  ];
}

/** buildTable draws rows under a head that is repeated on each page; a row is never torn apart. */
export function buildTable(columns: readonly Column[], rows: readonly (readonly Content[])[]): Content {
  const align = (column: Column): "left" | "right" => (column.isNumber === true ? "right" : "left");
  const head = columns.map((column): TableCell => ({
    ...{ text: column.head, color: INK.faint, fontSize: 8 },
    alignment: align(column),
  }));
  const body = rows.map((row) =>
    row.map((cell, place): TableCell => {
      const column = columns[place];
      const alignment = column === undefined ? "left" : align(column);
      return { alignment, stack: [cell] };
    }),
  );
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: columns.map(({ width }) => width), body: [head, ...body] },
    layout: QUIET_LINES,
    margin: [0, 0, 0, 14],
  };
}

/** renderValue writes a value of a report, or why there is none. */
export function renderValue(value: AnsweredValue | undefined): string {
  if (value === undefined) return "–";
  if (value.value === null) return value.nullReason === null ? "–" : NULL_REASON_WORDS[value.nullReason];
  return renderFigure(value.value, value);
}

/** renderShare writes a share that may be unknown. */
export function renderShare(share: number | null | undefined): string {
  return share == null ? "–" : renderRatio(share);
}

/** findMetric picks the value of a metric of a line. */
export function findMetric(values: readonly AnsweredValue[], metric: string): AnsweredValue | undefined {
  return values.find((value) => value.metric === metric);
}
