/** Statement is one compiled question. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** How long an answer may be used again, and as long once more while it is being asked anew; absent = not at all. */
  readonly keepMs?: number;
}
