import Papa from "papaparse";
import type { PanelTable, TableCell } from "./panel-tools.js";

type Field = string | number;

/**
 * buildPanelCsv writes a panel's table as CSV (RFC 4180, with a mark that makes spreadsheets read it as UTF-8). Numbers stay numbers, with
 * a point and every digit; a text that a spreadsheet would run as a formula is put behind an apostrophe; instants are UTC. A unit that is
 * the same in a whole column stands in its head, else in a column of its own; reasons why there is no value have a column of their own.
 */
export function buildPanelCsv(table: PanelTable): string {
  const columns = table.columns.map(({ title }, index) =>
    buildColumn(
      title,
      table.rows.map((row) => row[index] ?? ""),
    ),
  );
  const fields = columns.flatMap((column) => column.map((part) => part.title));
  const data = table.rows.map((_, row) => columns.flatMap((column) => column.map((part) => part.cells[row] ?? "")));
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: /^\s*[=+\-@\t\r]/, newline: "\r\n" })}\r\n`;
}

interface Part {
  readonly title: string;
  readonly cells: readonly Field[];
}

function buildColumn(title: string, cells: readonly TableCell[]): readonly Part[] {
  const units = cells.map(readUnit);
  const different = [...new Set(units.filter((unit) => unit !== null))];
  const [unit] = different;
  const isOne = different.length === 1 && unit !== undefined && unit !== "";
  const parts: Part[] = [{ title: isOne ? `${title} (${unit})` : title, cells: cells.map(readField) }];
  if (different.length > 1) parts.push({ title: `${title} unit`, cells: units.map((own) => own ?? "") });
  const reasons = cells.map(readReason);
  if (reasons.some((reason) => reason !== "")) parts.push({ title: `${title} note`, cells: reasons });
  return parts;
}

function readField(cell: TableCell): Field {
  if (typeof cell === "string") return cell;
  return "at" in cell ? cell.at : (cell.value ?? "");
}

function readUnit(cell: TableCell): string | null {
  return typeof cell === "object" && "unit" in cell ? cell.unit : null;
}

function readReason(cell: TableCell): string {
  return typeof cell === "object" && "reason" in cell ? cell.reason : "";
}
