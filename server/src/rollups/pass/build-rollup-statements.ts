import { openColumnWords } from "../../metrics/compiler/open-column-words.js";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { HOUR_MS, type MillisecondRange } from "../cut-range.js";
import { ROLLUP_KEYS, ROLLUP_SCANS, type RollupScan } from "../rollup-scan.js";
import { buildClass, SPREAD_FIGURES, type SpreadFigure } from "../spread-figure.js";

/** RollupChunk is what is rolled up at once: some hours of the named tenants or of all. */
export interface RollupChunk {
  /** Starts of the hours in epoch milliseconds, in order, at least one. */
  readonly hours: readonly number[];
  /** Undefined = every tenant. */
  readonly tenants: readonly string[] | undefined;
  /** Days of the hours that lie behind the horizon as a whole, so that their sums are kept too. */
  readonly days: MillisecondRange | undefined;
}

const STORE_KEYS = ["tenant", ...ROLLUP_KEYS];
const CLIENT_KEYS = STORE_KEYS.filter((key) => key !== "store");
/** The first hour of the day of an hour, as the cells of days are named. */
const DAY = "toDateTime(toStartOfDay(hour), 'UTC')";
const COUNTS = [...new Set(ROLLUP_SCANS.flatMap((scan) => scan.columns.map(({ column }) => column)))];
const ENDS = [...new Set(ROLLUP_SCANS.flatMap(({ endColumn }) => endColumn ?? []))];
/**
 * The version of a cell is when the engine began to read what it was made of, so that of two workers the one that read later wins.
 * Every run that has ended counts as ended: cells know nothing of the end of a question.
 */
const VERSION = "toUnixTimestamp64Nano(now64(9)) AS version";
const FOREVER = "toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";
/** On a cluster the next statement reads what this one wrote. */
const SETTINGS =
  "SETTINGS distributed_foreground_insert = 1, do_not_merge_across_partitions_select_final = 1, max_partitions_per_insert_block = 0, max_execution_time = 300, max_memory_usage = 4294967296";

/** buildRollupStatements writes the statements that count the cells of a chunk anew, in order; a cell that has no rows any more gets zeros. */
export function buildRollupStatements(chunk: RollupChunk): string[] {
  return [
    buildStoreHours(chunk),
    buildSums(chunk, { target: "run_hour", keys: CLIENT_KEYS, hour: "hour", hours: isOfHours(chunk, "hour") }),
    ...SPREAD_FIGURES.map((figure) => buildSpreadHours(chunk, figure)),
    ...(chunk.days === undefined
      ? []
      : [
          buildSums(chunk, {
            target: "run_day_store",
            keys: STORE_KEYS,
            hour: DAY,
            hours: isWithin("hour", chunk.days),
          }),
          buildSpreadDays(chunk, chunk.days),
        ]),
  ];
}

function buildStoreHours(chunk: RollupChunk): string {
  const columns = [...COUNTS, ...ENDS];
  const parts = [...ROLLUP_SCANS.map((scan) => buildScan(chunk, scan)), buildZeros(chunk)];
  return `INSERT INTO run_hour_store (${[...STORE_KEYS, "hour", ...columns, "version"].join(", ")})
SELECT ${[...STORE_KEYS, "hour"].join(", ")},
    ${[...COUNTS.map((column) => `sum(${column})`), ...ENDS.map((column) => `max(${column})`), VERSION].join(", ")}
FROM
(
${parts.join("\nUNION ALL\n")}
)
GROUP BY ${[...STORE_KEYS, "hour"].join(", ")}
${SETTINGS}`;
}

function buildScan(chunk: RollupChunk, scan: RollupScan): string {
  const { source, where, columns, endColumn } = scan;
  const words = openColumnWords(source, undefined, new SqlParameters());
  const at = words.render(scan.at);
  const counts = COUNTS.map((name) => {
    const found = columns.find(({ column }) => column === name);
    return `${found === undefined ? "0" : words.render(found.sql)} AS ${name}`;
  });
  const ends = ENDS.map((name) =>
    name === endColumn ? `maxIf(finished_at, has_ended) AS ${name}` : `toDateTime64(0, 3, 'UTC') AS ${name}`,
  );
  const conditions = [...ofTenants(chunk), ...isAt(chunk, at), ...(where === undefined ? [] : [words.render(where)])];
  return `    WITH ${renderEntries(words.choose([...counts, ...ends, ...conditions].join(" ")))}
    SELECT ${[...STORE_KEYS, "hour", ...counts, ...ends].join(", ")}
    FROM ${source} FINAL
    WHERE ${conditions.join(" AND ")}
    GROUP BY ${[...STORE_KEYS, `toStartOfHour(toDateTime(${at}, 'UTC')) AS hour`].join(", ")}`;
}

/** The cells that are there already: what has moved away leaves zeros behind. */
function buildZeros(chunk: RollupChunk): string {
  const zeros = [
    ...COUNTS.map((column) => `0 AS ${column}`),
    ...ENDS.map((column) => `toDateTime64(0, 3, 'UTC') AS ${column}`),
  ];
  const conditions = [...ofTenants(chunk), isOfHours(chunk, "hour")];
  return `    SELECT ${[...STORE_KEYS, "hour", ...zeros].join(", ")}
    FROM run_hour_store
    WHERE ${conditions.join(" AND ")}`;
}

function buildSums(
  chunk: RollupChunk,
  { target, keys, hour, hours }: { target: string; keys: readonly string[]; hour: string; hours: string },
): string {
  const sums = [...COUNTS.map((column) => `sum(cell.${column})`), ...ENDS.map((column) => `max(cell.${column})`)];
  return `INSERT INTO ${target} (${[...keys, "hour", ...COUNTS, ...ENDS, "version"].join(", ")})
SELECT ${[...keys, `${hour} AS of_hour`, ...sums, VERSION].join(", ")}
FROM run_hour_store AS cell FINAL
WHERE ${[...ofTenants(chunk), hours].join(" AND ")}
GROUP BY ${[...keys, "of_hour"].join(", ")}
${SETTINGS}`;
}

function buildSpreadHours(chunk: RollupChunk, figure: SpreadFigure): string {
  const keys = [...CLIENT_KEYS, "hour"].join(", ");
  const words = openColumnWords("run", undefined, new SqlParameters());
  const [at, where, ms] = [words.render(figure.at), words.render(figure.where), words.render(figure.ms)];
  const conditions = [...ofTenants(chunk), ...isAt(chunk, at), where];
  return `INSERT INTO run_hour_spread (${keys}, figure, classes, counts, version)
SELECT ${keys}, '${figure.figure}', groupArrayIf(class, number > 0), groupArrayIf(number, number > 0), ${VERSION}
FROM
(
    WITH ${renderEntries(words.choose([ms, ...conditions].join(" ")))}
    SELECT ${[...CLIENT_KEYS, `toStartOfHour(toDateTime(${at}, 'UTC')) AS hour`, `${buildClass(ms)} AS class`, "count() AS number"].join(", ")}
    FROM run FINAL
    WHERE ${conditions.join(" AND ")}
    GROUP BY ${keys}, class
    UNION ALL
    SELECT ${keys}, toInt16(0) AS class, toUInt64(0) AS number
    FROM run_hour_spread
    WHERE ${[...ofTenants(chunk), `figure = '${figure.figure}'`, isOfHours(chunk, "hour")].join(" AND ")}
)
GROUP BY ${keys}
${SETTINGS}`;
}

function buildSpreadDays(chunk: RollupChunk, days: MillisecondRange): string {
  const keys = [...CLIENT_KEYS, "figure", "of_day"].join(", ");
  return `INSERT INTO run_day_spread (${keys.replace("of_day", "hour")}, classes, counts, version)
SELECT ${keys}, groupArrayIf(class, number > 0), groupArrayIf(number, number > 0), ${VERSION}
FROM
(
    SELECT ${keys.replace("of_day", `${DAY} AS of_day`)}, class, sum(part) AS number
    FROM run_hour_spread FINAL
    LEFT ARRAY JOIN classes AS class, counts AS part
    WHERE ${[...ofTenants(chunk), isWithin("hour", days)].join(" AND ")}
    GROUP BY ${keys}, class
)
GROUP BY ${keys}
${SETTINGS}`;
}

function renderEntries(entries: readonly string[]): string {
  const written = entries.map((entry) => entry.replaceAll("{as_of:DateTime64(3, 'UTC')}", FOREVER));
  return written.length === 0 ? "1 AS nothing" : written.join(", ");
}

function isWithin(column: string, { from, to }: MillisecondRange): string {
  return `${column} >= ${renderSecond(from)} AND ${column} < ${renderSecond(to)}`;
}

function rangeOf({ hours }: RollupChunk): MillisecondRange {
  return { from: hours[0] ?? 0, to: (hours.at(-1) ?? 0) + HOUR_MS };
}

function isOfHours(chunk: RollupChunk, column: string): string {
  const range = rangeOf(chunk);
  const isDense = chunk.hours.length === (range.to - range.from) / HOUR_MS;
  return isDense ? isWithin(column, range) : `${column} IN (${chunk.hours.map(renderSecond).join(", ")})`;
}

/** The engine takes no parameters in commands, so texts are written as digits. */
function ofTenants({ tenants }: RollupChunk): string[] {
  if (tenants === undefined) return [];
  return [`tenant IN (${tenants.map((tenant) => `unhex('${Buffer.from(tenant).toString("hex")}')`).join(", ")})`];
}

/** How the days of a chunk narrow a scan before its hours do: by the primary key, or by the index of the days in a granule. */
const DAY_OF: Readonly<Record<string, string>> = {
  started_at: "day",
  raised_at: "day",
  finished_at: "toDate32(finished_at)",
  due_at: "toDate32(due_at)",
  resolved_at: "toDate32(resolved_at)",
};

function isAt(chunk: RollupChunk, at: string): string[] {
  const { from, to } = rangeOf(chunk);
  const days = [from, to - 1].map((ms) => `toDate32('${new Date(ms).toISOString().slice(0, 10)}')`);
  const isDense = chunk.hours.length === (to - from) / HOUR_MS;
  return [
    `${DAY_OF[at] ?? ""} >= ${days[0] ?? ""}`,
    `${DAY_OF[at] ?? ""} <= ${days[1] ?? ""}`,
    isWithin(at, { from, to }),
    ...(isDense ? [] : [isOfHours(chunk, `toStartOfHour(toDateTime(${at}, 'UTC'))`)]),
  ];
}

function renderSecond(ms: number): string {
  return `toDateTime(${ms / 1000}, 'UTC')`;
}
