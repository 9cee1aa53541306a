import type { MappedRow } from "./mapped-row.js";
import type { Value } from "./value.js";

/** Reader gives the value of an expression for a row. Throws `RowFault` for text that cannot be read. */
export type Reader = (row: MappedRow) => Value;

/** ReaderContext is what readers know of the mapping. */
export interface ReaderContext {
  readonly missing: ReadonlySet<string>;
  readonly timeZone: string;
}
