/** ClickHouseQuery is one named, bounded question. `params` stand in it as `{name:Type}`: short ones are bound by a served engine, long ones and those of the embedded one made literals that nothing can end. */
export interface ClickHouseQuery {
  /** Visible in the query log (`log_comment`), so a slow statement can be traced to the code that asked it. */
  readonly name: string;
  readonly sql: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** Wall-clock limit in seconds passed to the engine as `max_execution_time`; 30 unless told. */
  readonly maxSeconds?: number;
  /** When nobody waits for the answer any more, in ms of `performance.now()`: the engine gets what is left of it, and is not asked at all when nothing is. */
  readonly until?: number;
  /** Memory limit in bytes passed to the engine as `max_memory_usage`; 4 GiB unless told. */
  readonly maxMemoryBytes?: number;
  /** Conditions stay where the statement has them: pushed down they hide from indexes what stands within. */
  readonly keepsConditions?: boolean;
  /** On a cluster the answer holds everything that was inserted with `mustBeSeen` before; elsewhere it always does. */
  readonly mustSeeAll?: boolean;
}

/** ClickHouseInsert is one block of tab-separated rows for one table. */
export interface ClickHouseInsert {
  readonly table: string;
  readonly columns: readonly string[];
  /** Rows in ClickHouse's TabSeparated format. */
  readonly body: Buffer;
  /** On a cluster the insert ends when a query with `mustSeeAll` cannot miss it. */
  readonly mustBeSeen?: boolean;
}

/**
 * ClickHouse is the one door to the analytics engine, embedded (chDB) or served (HTTP).
 * Every method rejects with a `ClickHouseFailure`.
 */
export interface ClickHouse {
  /** Where the engine runs; the embedded one accepts a single process. */
  readonly form: "embedded" | "served";
  /** query returns all rows as objects; 64-bit integers and decimals come as numbers. */
  query<Row>(query: ClickHouseQuery): Promise<Row[]>;
  /** insert returns once the engine has stored the block. */
  insert(insert: ClickHouseInsert): Promise<void>;
  /** command runs DDL or another statement without rows. */
  command(sql: string): Promise<void>;
  close(): Promise<void>;
}
