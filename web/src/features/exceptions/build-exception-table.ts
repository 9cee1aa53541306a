import { formatCode } from "../../format/format-code.js";
import { formatCount } from "../../format/format-number.js";
import { buildFigureCell } from "../../metrics/build-figure-cell.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import type { ExceptionRow } from "./shape-exceptions.js";

/** buildExceptionTable writes the classes of exceptions as plain rows, all of them. */
export function buildExceptionTable(rows: readonly ExceptionRow[]): PanelTable {
  return {
    columns: [{ title: "Class" }, { title: "Open", isNumber: true }, { title: "Raised in range", isNumber: true }],
    rows: rows.map((row) => [
      row.name === "" ? "Without a class" : formatCode(row.name),
      buildFigureCell(row.open, formatCount),
      buildFigureCell(row.raised, formatCount),
    ]),
  };
}
