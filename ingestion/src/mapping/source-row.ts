/** SourceRow is one row of a file with the number of the line it begins on, the header being line 1. */
export interface SourceRow {
  readonly line: number;
  /** find gives the text of a column, trimmed; undefined when the row has no such column. */
  readonly find: (column: string) => string | undefined;
  /** fault says why the row cannot be used at all. */
  readonly fault?: string;
  /** What the row said: cells in the order of the header, or an object. */
  readonly content: unknown;
  /** The same in the form a file of rejected rows keeps it. */
  readonly kept: KeptRow;
  /** Set for a row out of a file of rejected rows: the row that followed it in its group is known already. */
  readonly group?: { readonly next: SourceRow | undefined };
}

/** KeptRow is a row as a file of rejected rows keeps it: by column name; as cells where they do not fit the header; as text where it is no JSON. */
export type KeptRow =
  | { readonly row: object }
  | { readonly columns: readonly string[]; readonly cells: readonly string[] }
  | { readonly text: string };
