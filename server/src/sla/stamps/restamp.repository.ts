import type { ClickHouse } from "@watchfloor/sql";
import { RUN_COLUMNS } from "../../metrics/compiler/run-columns.js";
import { renderCommand } from "../../metrics/compiler/render-command.js";
import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { FAR_MS } from "../promises/build-clock-look-ups.js";
import { renderNumbers } from "../promises/build-policy-expressions.js";
import { buildPromiseTable } from "../promises/build-promise-table.js";
import type { PromiseRules } from "../promises/promise-rules.js";
import { STAMP_COLUMNS } from "./build-stamped-table.js";
import { namePolicy } from "./number-book.js";

const MAX_SECONDS = 120;

/** DecidingBook is a book of a tenant: its rules and its number. */
export interface DecidingBook {
  readonly tenant: string;
  readonly book: string;
  readonly rules: PromiseRules;
}

/** UndecidedDay is a day (UTC) and how many of its runs were decided by another book. */
export interface UndecidedDay {
  readonly date: string;
  readonly runs: number;
}

/** RestampRepository decides promises of rows that are stored, by the SQL that questions would decide them with. */
export class RestampRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /**
   * findDays returns the days (UTC), newest first, of which runs were decided by another book, since a first one; of runs that never ended all
   * days.
   */
  findDays({ tenant, book }: DecidingBook, first: Date): Promise<UndecidedDay[]> {
    return this.clickhouse.query<UndecidedDay>({
      name: "stamps.days",
      sql: `SELECT toString(day) AS date, count() AS runs FROM run FINAL
        WHERE tenant = {tenant:String} AND promise_book != {book:UInt64}
          AND (day >= toDate({first:DateTime64(3, 'UTC')}) OR finished_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))
        GROUP BY day ORDER BY day DESC`,
      params: { tenant, book, first: first.toISOString().replace("T", " ").slice(0, 23) },
      maxSeconds: MAX_SECONDS,
    });
  }

  /** stampDays decides the runs of some days that were decided by another book. */
  stampDays(deciding: DecidingBook, days: readonly UndecidedDay[]): Promise<void> {
    return this.stamp(deciding, { table: "run", days: days.map(({ date }) => date) });
  }

  /** stampOpen decides the open runs that were decided by another book. */
  async stampOpen(deciding: DecidingBook): Promise<void> {
    const { tenant, book } = deciding;
    const [found] = await this.clickhouse.query<{ runs: number }>({
      name: "stamps.open",
      sql: "SELECT count() AS runs FROM open_run FINAL WHERE tenant = {tenant:String} AND promise_book != {book:UInt64}",
      params: { tenant, book },
      maxSeconds: MAX_SECONDS,
    });
    if ((found?.runs ?? 0) > 0) await this.stamp(deciding, { table: "open_run" });
  }

  /**
   * A row keeps its version: what is written of its run meanwhile knows more and wins. A deadline that lies behind the stored end of its clock
   * may become known later, so it is not written down.
   */
  private stamp(deciding: DecidingBook, from: StampedTable): Promise<void> {
    return this.clickhouse.command(renderCommand((params) => buildStamping(deciding, from, params)));
  }
}

interface StampedTable {
  readonly table: "run" | "open_run";
  /** Absent = all. */
  readonly days?: readonly string[];
}

function buildStamping(
  { tenant, book, rules }: DecidingBook,
  { table, days }: StampedTable,
  params: SqlParameters,
): string {
  const own = table === "run" ? ["version"] : ["version", "stored_at"];
  const number = params.add("book", "UInt64", book);
  const conditions = [
    `tenant = ${params.add("tenant", "String", tenant)}`,
    ...(days === undefined ? [] : [`day IN ${params.add("days", "Array(Date)", days)}`]),
    `promise_book != ${number}`,
  ];
  const rows = `(SELECT ${[...RUN_COLUMNS, ...own].join(", ")} FROM ${table} FINAL WHERE ${conditions.join(" AND ")})`;
  const decided = buildPromiseTable(rules, { rows, needs: { isDue: true, isRisk: true } }, params);
  const names = params.addTexts("promise_policies", ["", ...rules.policies.map(namePolicy)]);
  const isPaused = `arrayExists(pause -> toUnixTimestamp64Milli(pause.2) >= ${FAR_MS}, pauses)`;
  const isCertain = `sla_policy = 0 OR (sla_is_known AND (${isPaused} OR (sla_due_ms < ${FAR_MS} AND sla_risk_ms < ${FAR_MS} - 1)))`;
  const stamps = [
    number,
    `transform(sla_policy, ${renderNumbers(rules.policies, params)}, ${names}, '')`,
    "sla_due_at",
    `if(sla_policy = 0, toDateTime64('2200-01-01 00:00:00', 3, 'UTC'), fromUnixTimestamp64Milli(sla_risk_ms, 'UTC'))`,
  ];
  return `INSERT INTO ${table} (${[...RUN_COLUMNS, ...own, ...STAMP_COLUMNS].join(", ")})
SELECT ${[...RUN_COLUMNS, ...own, ...stamps].join(", ")} FROM ${decided} WHERE ${isCertain}`;
}
