import type { RowFault } from "./row-fault.js";
import type { SourceRow } from "./source-row.js";
import type { Value } from "./value.js";

/** FoundValue is what a reader found in a document, or why it could not read it. */
export type FoundValue = { readonly value: Value } | RowFault;

/** MappedDocument is what path expressions look into: a payload, or the object of an NDJSON line. */
export interface MappedDocument {
  readonly document: unknown;
  /** Lower-case headers the payload came with; none in a file. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The element that `forEach` is at, and its place from 1; the document itself without `forEach`. */
  readonly item: unknown;
  readonly position: number;
  /** What readers have found in the document already: a payload of many elements asks the same of it for each. */
  readonly found: Map<object, FoundValue>;
}

/** MappedRow is a row or payload on its way through a mapping: with the row that follows it in its group and the values found so far. */
export interface MappedRow {
  readonly row: SourceRow;
  readonly next: SourceRow | undefined;
  readonly document?: MappedDocument | undefined;
  readonly values: Map<string, Value>;
  /** What was unreadable and went on without. */
  readonly warnings: string[];
}
