/** SourceRow is one row of a file with the number of the line it begins on, the header being line 1. */
export interface SourceRow {
  readonly line: number;
  /** find gives the text of a column, trimmed; undefined when the row has no such column. */
  readonly find: (column: string) => string | undefined;
  /** fault says why the row cannot be used at all. */
  readonly fault?: string;
  /** What the row said, for reports. */
  readonly content: unknown;
}
