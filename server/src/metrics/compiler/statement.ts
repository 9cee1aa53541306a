/** Statement is one compiled question. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** How long an answer may be used again, and as long once more while it is being asked anew; absent = not at all. */
  readonly keepMs?: number;
  /** Conditions stay where the statement has them. */
  readonly keepsConditions?: boolean;
  /** What answers the same where the engine says that rows were not decided by the policies of now (`buildStampedTable`). */
  readonly fallback?: () => Statement;
}
