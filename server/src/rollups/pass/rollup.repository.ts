import type { ClickHouse } from "@watchfloor/sql";
import { HOUR_MS } from "../cut-range.js";
import { buildRollupStatements } from "./build-rollup-statements.js";
import type { RollupChunk } from "./rollup-chunk.js";

/** RollupProgress says how far rolling up has come; instants in epoch milliseconds. */
export interface RollupProgress {
  /** Every hour before it is rolled up. */
  readonly horizon: number;
  /** Every mark that was noted before it is worked off. */
  readonly marksRead: number;
}

/** DirtyHour is an hour of a tenant that was marked; `marks` tells one state of its marks from another. */
export interface DirtyHour {
  readonly tenant: string;
  readonly hour: number;
  readonly marks: string;
}

const NAME = "runs";

/** RollupRepository reads and writes what rolling up works with, for every tenant; it answers nobody's questions. */
export class RollupRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** findProgress returns undefined before anything was rolled up. */
  async findProgress(): Promise<RollupProgress | undefined> {
    const rows = await this.clickhouse.query<RollupProgress>({
      name: "rollups.progress",
      sql: `SELECT toUnixTimestamp(max(horizon)) * 1000 AS horizon, toUnixTimestamp64Milli(max(rollup_progress.marks_read)) AS marksRead
FROM rollup_progress WHERE name = '${NAME}' GROUP BY name`,
      mustSeeAll: true,
    });
    return rows[0];
  }

  /** saveProgress moves progress forward; it never goes back. */
  async saveProgress({ horizon, marksRead }: RollupProgress): Promise<void> {
    const body = Buffer.from(`${NAME}\t${horizon / 1000}\t${(marksRead / 1000).toFixed(3)}\n`);
    const columns = ["name", "horizon", "marks_read"];
    await this.clickhouse.insert({ table: "rollup_progress", columns, body, mustBeSeen: true });
  }

  /** readEngineClock returns the engine's now: marks are noted by it. */
  async readEngineClock(): Promise<number> {
    const [row] = await this.clickhouse.query<{ now: number }>({
      name: "rollups.now",
      sql: "SELECT toUnixTimestamp64Milli(now64(3)) AS now",
    });
    return row?.now ?? 0;
  }

  /** findFirstDay returns the first day of UTC of which anything is stored; undefined when nothing is. */
  async findFirstDay(): Promise<number | undefined> {
    const [row] = await this.clickhouse.query<{ first: number; rows: number }>({
      name: "rollups.first_day",
      sql: `SELECT toUnixTimestamp(toStartOfDay(min(first))) * 1000 AS first, sum(number) AS rows FROM
(
    SELECT least(min(started_at), min(due_at), min(finished_at)) AS first, count() AS number FROM run
    UNION ALL SELECT least(min(raised_at), min(resolved_at)), count() FROM exception
)
WHERE number > 0`,
      maxSeconds: 120,
    });
    return row === undefined || row.rows === 0 ? undefined : row.first;
  }

  /** countRunsByDay returns about how many runs each day of UTC has, by its start, of one tenant or of all. */
  async countRunsByDay(tenant?: string): Promise<Map<number, number>> {
    const rows = await this.clickhouse.query<{ start: number; runs: number }>({
      name: "rollups.runs_by_day",
      sql: `SELECT toUnixTimestamp(toDateTime(day, 'UTC')) * 1000 AS start, count() AS runs FROM run
${tenant === undefined ? "" : "WHERE tenant = {tenant:String}"} GROUP BY day`,
      params: tenant === undefined ? {} : { tenant },
      maxSeconds: 120,
    });
    return new Map(rows.map(({ start, runs }) => [start, runs]));
  }

  /**
   * findFirstRestated returns the first hour of a tenant that can change when other rules hold for runs that start from an instant on, and
   * clocks run otherwise from then on: that of any instant of such a run, or the instant itself. Undefined when the tenant has no runs.
   */
  async findFirstRestated(tenant: string, fromMs: number): Promise<number | undefined> {
    const [row] = await this.clickhouse.query<{ runs: number; first: number; touched: number; lowest: number }>({
      name: "rollups.restated",
      sql: `WITH least(toUnixTimestamp64Milli(started_at), toUnixTimestamp64Milli(due_at), toUnixTimestamp64Milli(finished_at)) AS at,
    fromUnixTimestamp64Milli({from:Int64}, 'UTC') AS since,
    toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS absent,
    (started_at >= since AND started_at < absent) OR (finished_at >= since AND finished_at < absent) AS is_touched
SELECT count() AS runs, min(at) AS first, countIf(is_touched) AS touched, minIf(at, is_touched) AS lowest
FROM run WHERE tenant = {tenant:String}`,
      params: { tenant, from: fromMs },
      maxSeconds: 120,
    });
    if (row === undefined || row.runs === 0) return undefined;
    const lowest = row.touched === 0 ? fromMs : Math.min(row.lowest, fromMs);
    return Math.floor(Math.max(lowest, row.first) / HOUR_MS) * HOUR_MS;
  }

  /** findDirtyHours returns the hours before `horizon` that were marked after `since`, by the engine's clock. */
  async findDirtyHours(since: number, horizon: number): Promise<DirtyHour[]> {
    return this.clickhouse.query<DirtyHour>({
      name: "rollups.dirty",
      sql: `SELECT tenant, toUnixTimestamp(dirty_hour.hour) * 1000 AS hour, concat(toString(count()), ' ', toString(max(noted_at))) AS marks
FROM dirty_hour
WHERE noted_at > {since:DateTime64(3, 'UTC')} AND dirty_hour.hour < {horizon:DateTime('UTC')}
GROUP BY tenant, dirty_hour.hour
ORDER BY hour, tenant`,
      params: { since: renderInstant(since), horizon: renderInstant(horizon).slice(0, 19) },
      mustSeeAll: true,
    });
  }

  /** rollUp counts the cells of a chunk anew. */
  async rollUp(chunk: RollupChunk): Promise<void> {
    for (const statement of buildRollupStatements(chunk)) await this.clickhouse.command(statement);
  }
}

function renderInstant(ms: number): string {
  return new Date(ms).toISOString().replace("T", " ").slice(0, 23);
}
