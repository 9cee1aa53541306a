import type { Subject } from "../../resolve/fold-part.js";
import type { RunRow } from "../../resolve/run-row.js";
import type { RowWriter } from "./row-writer.js";
import type { ServedRow } from "./served-row.js";
import { RUN_CELLS, writeRunCells } from "./write-run-cells.js";

/** RUN_COLUMNS are the columns of `writeRunRow`. */
export const RUN_COLUMNS = [...RUN_CELLS, "is_deleted"];

/** writeRunRow writes a folded run under `day`; `isDeleted` writes the tombstone of a day it is no longer served under. */
export function writeRunRow(rows: RowWriter, subject: Subject, row: RunRow, served: ServedRow): void {
  writeRunCells(rows, subject, row, served);
  rows.whole(served.isDeleted ? 1 : 0).endRow();
}
