import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { loadCalendars, schema, type ClickHouse, type OpeningInterval, type Postgres } from "@watchfloor/sql";
import { loadSlaBook } from "../load-sla-book.js";
import { buildPromiseRules } from "../promises/promise-rules.js";
import type { SlaBook } from "../sla-book.js";
import type { SlaClock } from "./build-clocks.js";
import { buildWorkingIntervals, rememberOpenings } from "./build-working-intervals.js";

const DAY_MS = 86_400_000;
/** As far back as events may come, or the oldest run; as far ahead as a deadline may lie. */
const BACK_DAYS = 400;
const AHEAD_DAYS = 400;
/** The range moves in steps, so that a clock is not written anew every day. */
const STEP_DAYS = 30;
const COLUMNS = ["tenant", "clock", "opens_at", "closes_at", "seconds_before", "generation", "content"];

interface Stored {
  readonly clock: string;
  readonly generation: number;
  readonly content: number;
  /** The generation before, 0 = none, and how many there are. */
  readonly previous: number;
  readonly generations: number;
}

/** IntervalStore is the engines, and the cluster whose tables are spread; old generations are dropped by whoever `isKeeper`. */
export interface IntervalStore {
  readonly isKeeper: boolean;
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly cluster?: string | undefined;
}

/**
 * storeWorkingIntervals writes when the clocks of the SLA policies run, of one tenant or of all, where that is not stored so already, and
 * returns how many clocks were written. Each writing is a generation of its own, of which readers take the newest. Safe in any number of
 * processes.
 */
export async function storeWorkingIntervals(store: IntervalStore, now: Date, tenant?: string): Promise<number> {
  const tenants =
    tenant === undefined
      ? await store.postgres.db.select({ id: schema.tenant.id }).from(schema.tenant)
      : [{ id: tenant }];
  let written = 0;
  for (const { id } of tenants) {
    const book = await loadSlaBook(store.postgres, id, await loadCalendars(store.postgres, id));
    const clocks = buildPromiseRules(book)?.plan.clocks ?? [];
    if (clocks.length > 0) written += await storeClocks(store, { tenant: id, book, clocks, now });
  }
  return written;
}

interface Writing {
  readonly tenant: string;
  readonly book: SlaBook;
  readonly clocks: readonly SlaClock[];
  readonly now: Date;
}

async function storeClocks(store: IntervalStore, { tenant, book, clocks, now }: Writing): Promise<number> {
  const range = buildRange(now, await findOldestDay(store.clickhouse, tenant));
  const stored = await findStored(store.clickhouse, tenant);
  const outdated: Outdated[] = [];
  const lines: string[] = [];
  let written = 0;
  const findOpen = rememberOpenings(book.calendars, range);
  for (const clock of clocks) {
    const content = hashClockContent(clock, book, range);
    const known = stored.get(clock.id);
    if (known !== undefined && known.generations > 2) outdated.push({ clock: clock.id, before: known.previous });
    if (known?.content === content) continue;
    // Three years of days in a zone take some 50 ms: others get their turn between two clocks.
    await setImmediate();
    const intervals = buildWorkingIntervals(clock, findOpen, range);
    if (intervals === undefined) continue;
    // The clocks of two workers may differ; what is written last must have the greater generation.
    const generation = Math.max(now.getTime(), (known?.generation ?? 0) + 1);
    lines.push(...renderLines(intervals, range.from, [tenant, clock.id], [generation, content]));
    written += 1;
    if (known !== undefined) outdated.push({ clock: clock.id, before: known.generation });
  }
  if (written > 0)
    await store.clickhouse.insert({ table: "working_interval", columns: COLUMNS, body: Buffer.from(lines.join("")) });
  if (store.isKeeper) await dropOldGenerations(store, tenant, outdated);
  return written;
}

function buildRange(now: Date, oldest: Date | undefined): { from: Date; to: Date } {
  const back = Math.min(now.getTime() - BACK_DAYS * DAY_MS, (oldest?.getTime() ?? Infinity) - DAY_MS);
  const step = STEP_DAYS * DAY_MS;
  return {
    from: new Date(Math.floor(back / step) * step),
    to: new Date(Math.ceil((now.getTime() + AHEAD_DAYS * DAY_MS) / step) * step),
  };
}

async function findOldestDay(clickhouse: ClickHouse, tenant: string): Promise<Date | undefined> {
  const [row] = await clickhouse.query<{ first: string }>({
    name: "maintain.working.oldest",
    sql: "SELECT toString(day) AS first FROM run WHERE tenant = {tenant:String} ORDER BY tenant, day LIMIT 1",
    params: { tenant },
  });
  return row === undefined ? undefined : new Date(row.first);
}

async function findStored(clickhouse: ClickHouse, tenant: string): Promise<Map<string, Stored>> {
  const rows = await clickhouse.query<Stored>({
    name: "maintain.working.stored",
    sql: `SELECT clock, max(working_interval.generation) AS generation, argMax(working_interval.content, working_interval.generation) AS content,
        arrayReverseSort(groupUniqArray(working_interval.generation)) AS known, known[2] AS previous, length(known) AS generations
      FROM working_interval WHERE tenant = {tenant:String} GROUP BY clock`,
    params: { tenant },
  });
  return new Map(rows.map((row) => [row.clock, row]));
}

/** The first line has no length and says since when the clock is known. */
function renderLines(
  intervals: readonly OpeningInterval[],
  from: Date,
  before: readonly string[],
  after: readonly number[],
): string[] {
  let secondsBefore = 0;
  return [{ fromMs: from.getTime(), toMs: from.getTime() }, ...intervals].map(({ fromMs, toMs }) => {
    const cells = [...before.map(escape), renderSecond(fromMs), renderSecond(toMs), secondsBefore, ...after];
    secondsBefore += (toMs - fromMs) / 1000;
    return `${cells.join("\t")}\n`;
  });
}

interface Outdated {
  readonly clock: string;
  readonly before: number;
}

/** The generation before the newest stays: statements that are under way may still read it. */
async function dropOldGenerations(store: IntervalStore, tenant: string, outdated: readonly Outdated[]): Promise<void> {
  if (outdated.length === 0) return;
  const table =
    store.cluster === undefined ? "working_interval" : `working_interval_local ON CLUSTER '${store.cluster}'`;
  // The engine takes no parameters here; a tenant is written as digits, a clock's name is made of them.
  const of = `tenant = unhex('${Buffer.from(tenant).toString("hex")}')`;
  const old = outdated.map(({ clock, before }) => `(clock = '${clock}' AND generation < ${before})`);
  await store.clickhouse.command(`ALTER TABLE ${table} DELETE WHERE ${of} AND (${old.join(" OR ")})`);
}

/** What decides the intervals; the rules of time zones change with the runtime. */
function hashClockContent(clock: SlaClock, book: SlaBook, range: { from: Date; to: Date }): number {
  const calendar = book.calendars.find(({ id }) => id === clock.calendar);
  const corrections = clock.corrections.map(({ id, from, to, recurrence, timeZone }) => [
    id,
    from,
    to,
    recurrence,
    timeZone,
  ]);
  const zones = process.versions["tz"];
  return crc32(JSON.stringify([range, zones, calendar?.timeZone, calendar?.week, calendar?.exceptions, corrections]));
}

function renderSecond(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

function escape(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}
