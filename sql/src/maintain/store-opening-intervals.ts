import { crc32 } from "node:zlib";
import { buildOpeningIntervals, type OpeningInterval } from "../calendar/build-opening-intervals.js";
import { loadCalendars } from "../calendar/load-calendars.js";
import type { OpeningCalendar } from "../calendar/opening-calendar.js";
import type { ClickHouse } from "../clickhouse/clickhouse.js";
import type { Postgres } from "../postgres/postgres.js";
import { tenant as tenants } from "../postgres/schema/registry.js";

const DAY_MS = 86_400_000;
/** As far back as events may come, and far enough ahead for deadlines. */
const BACK_DAYS = 400;
const AHEAD_DAYS = 60;
const COLUMNS = ["tenant", "calendar", "opens_at", "closes_at", "seconds_before", "generation", "content"];

interface Stored {
  readonly tenant: string;
  readonly calendar: string;
  readonly generation: number;
  readonly content: number;
}

/**
 * storeOpeningIntervals writes when every calendar is open, from 400 days back to 60 days ahead, where it is not stored so already, and
 * returns how many calendars were written. Each writing is a generation of its own, of which readers take the newest; it begins with an
 * interval of no length, so that a calendar that never opens is known too. Safe in any number of processes.
 */
export async function storeOpeningIntervals(
  { clickhouse, postgres, cluster }: { clickhouse: ClickHouse; postgres: Postgres; cluster?: string | undefined },
  now: Date,
): Promise<number> {
  const from = new Date((Math.floor(now.getTime() / DAY_MS) - BACK_DAYS) * DAY_MS);
  const to = new Date(from.getTime() + (BACK_DAYS + AHEAD_DAYS) * DAY_MS);
  const stored = await findStored(clickhouse);
  const replaced: Stored[] = [];
  let written = 0;
  for (const { id: tenant } of await postgres.db.select({ id: tenants.id }).from(tenants))
    for (const calendar of await loadCalendars(postgres, tenant)) {
      const content = hashCalendar(calendar, from);
      const known = stored.get(renderKey(tenant, calendar.id));
      if (known?.content === content) continue;
      const intervals = buildOpeningIntervals(calendar, { from, to });
      // The clocks of two workers may differ; what is written last must have the greater generation.
      const generation = Math.max(now.getTime(), (known?.generation ?? 0) + 1);
      await clickhouse.insert(buildInsert({ tenant, calendar, intervals, from, generation, content }));
      written += 1;
      if (known !== undefined) replaced.push(known);
    }
  await dropOldGenerations(clickhouse, cluster, replaced);
  return written;
}

async function findStored(clickhouse: ClickHouse): Promise<Map<string, Stored>> {
  const rows = await clickhouse.query<Stored>({
    name: "maintain.opening.stored",
    sql: "SELECT tenant, calendar, max(generation) AS generation, argMax(content, opening_interval.generation) AS content FROM opening_interval GROUP BY tenant, calendar",
  });
  return new Map(rows.map((row) => [renderKey(row.tenant, row.calendar), row]));
}

function buildInsert(written: {
  tenant: string;
  calendar: OpeningCalendar;
  intervals: readonly OpeningInterval[];
  from: Date;
  generation: number;
  content: number;
}) {
  const { tenant, calendar, intervals, from, generation, content } = written;
  let secondsBefore = 0;
  const lines = [{ fromMs: from.getTime(), toMs: from.getTime() }, ...intervals].map(({ fromMs, toMs }) => {
    const cells = [
      escape(tenant),
      escape(calendar.id),
      renderSecond(fromMs),
      renderSecond(toMs),
      secondsBefore,
      generation,
      content,
    ];
    secondsBefore += (toMs - fromMs) / 1000;
    return `${cells.join("\t")}\n`;
  });
  return { table: "opening_interval", columns: COLUMNS, body: Buffer.from(lines.join("")) };
}

/** The generation before the newest stays: statements that are under way may still read it. */
async function dropOldGenerations(
  clickhouse: ClickHouse,
  cluster: string | undefined,
  replaced: readonly Stored[],
): Promise<void> {
  if (replaced.length === 0) return;
  const table = cluster === undefined ? "opening_interval" : `opening_interval_local ON CLUSTER '${cluster}'`;
  const old = replaced.map(
    ({ tenant, calendar, generation }) =>
      `(tenant = ${renderText(tenant)} AND calendar = ${renderText(calendar)} AND generation < ${generation})`,
  );
  await clickhouse.command(`ALTER TABLE ${table} DELETE WHERE ${old.join(" OR ")}`);
}

/** The engine takes no parameters here, so texts are written as digits. */
function renderText(text: string): string {
  return `unhex('${Buffer.from(text).toString("hex")}')`;
}

/** What decides the intervals; the rules of time zones change with the runtime. */
function hashCalendar({ timeZone, week, exceptions }: OpeningCalendar, from: Date): number {
  return crc32(JSON.stringify([from.getTime(), process.versions["tz"], timeZone, week, exceptions]));
}

function renderKey(tenant: string, calendar: string): string {
  return `${tenant}\0${calendar}`;
}

function renderSecond(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

function escape(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}
