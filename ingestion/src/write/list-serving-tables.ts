import { EXCEPTION_COLUMNS } from "./rows/write-exception-row.js";
import { EXPECTATION_CHECK_COLUMNS } from "./rows/write-expectation-check-row.js";
import { OUT_OF_SEQUENCE_COLUMNS } from "./rows/write-out-of-sequence-row.js";
import { RUN_CELLS } from "./rows/write-run-cells.js";
import { RUN_COLUMNS } from "./rows/write-run-row.js";
import type { ServingRows } from "./serving-rows.js";
import type { TableRows } from "./table-inserts.js";

/** listServingTables names the tables of serving rows. */
export function listServingTables({ runs, openRuns, exceptions, checks, outOfSequence }: ServingRows): TableRows[] {
  return [
    { table: "run", columns: RUN_COLUMNS, rows: runs },
    { table: "open_run", columns: RUN_CELLS, rows: openRuns },
    { table: "exception", columns: EXCEPTION_COLUMNS, rows: exceptions },
    { table: "measure", columns: EXPECTATION_CHECK_COLUMNS, rows: checks },
    { table: "out_of_sequence", columns: OUT_OF_SEQUENCE_COLUMNS, rows: outOfSequence },
  ];
}
