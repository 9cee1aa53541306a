import type { SourceRow } from "../read/source-row.js";
import type { Value } from "./value.js";

/** MappedRow is a row on its way through a mapping: with the row that follows it in its group and the values found so far. */
export interface MappedRow {
  readonly row: SourceRow;
  readonly next: SourceRow | undefined;
  readonly values: Map<string, Value>;
  /** What was unreadable and went on without. */
  readonly warnings: string[];
}
