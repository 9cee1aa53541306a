/** Statement is one compiled question. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}
