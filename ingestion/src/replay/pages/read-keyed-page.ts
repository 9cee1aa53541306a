import type { ClickHouse, ReplayCursor } from "@watchfloor/sql";
import type { PageQuestion } from "./page-question.js";

/** Payloads of one page: a few pages are in memory at once, and one payload may be 10 MiB. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
const MAX_SECONDS = 120;

/** KeyedTable says how a table is paged: `day` and `key` are the columns it is sorted by, behind the tenant. */
export interface KeyedTable {
  readonly name: "event" | "rejected_event";
  readonly day: string;
  readonly key: readonly { readonly column: string; readonly type: "String" | "UInt32" }[];
  readonly columns: string;
  readonly conditions: readonly string[];
  readonly maxRows: number;
}

type KeyRow = Readonly<Record<string, string | number>>;

/**
 * readKeyedPage reads the next rows in the order of a table's key, as many as their payloads allow, at least the next one. Their sizes are read
 * first: a page of the largest payloads would not fit into memory. `end` is where the page ends; there may be no rows in it, and more behind
 * it.
 */
export async function readKeyedPage<Row>(
  clickhouse: ClickHouse,
  table: KeyedTable,
  question: PageQuestion,
): Promise<{ readonly rows: readonly Row[]; readonly end: ReplayCursor } | undefined> {
  const { name, day, key, columns, maxRows } = table;
  const from = buildFrom(table, question);
  const order = `ORDER BY ${[day, ...key.map(({ column }) => column)].join(", ")}`;
  const keys = key.map(({ column }, index) => `${column} AS key${index}`).join(", ");
  const sizes = await clickhouse.query<KeyRow>({
    name: `ingestion.replay.${name}.keys`,
    // Without FINAL: rows that are none are among the keys too, and none of those that are is missing.
    sql: `SELECT toString(${day}) AS page_day, ${keys}, length(payload) AS bytes\nFROM ${name}\nWHERE ${from.conditions}\n${order}\nLIMIT ${maxRows}`,
    params: from.params,
    maxSeconds: MAX_SECONDS,
    mustSeeAll: true,
  });
  const last = sizes[countFitting(sizes) - 1];
  if (last === undefined) return undefined;
  const end = readCursor(last, key.length);
  const bounded = buildFrom(table, { ...question, until: end });
  const rows = await clickhouse.query<Row>({
    name: `ingestion.replay.${name}.rows`,
    sql: `SELECT ${columns}\nFROM ${name} FINAL\nWHERE ${bounded.conditions}\n${order}`,
    params: bounded.params,
    maxSeconds: MAX_SECONDS,
    mustSeeAll: true,
  });
  return { rows, end };
}

function countFitting(sizes: readonly KeyRow[]): number {
  let bytes = 0;
  const tooMany = sizes.findIndex((row, index) => (bytes += Number(row["bytes"])) > MAX_PAGE_BYTES && index > 0);
  return tooMany < 0 ? sizes.length : tooMany;
}

function readCursor(row: KeyRow, length: number): ReplayCursor {
  return { day: String(row["page_day"]), key: Array.from({ length }, (_, index) => row[`key${index}`] ?? "") };
}

/**
 * The bounds are written out column by column, because of tuples the engine does not see which granules they leave out (3 M events, 1 M a
 * day: 60 ms for the keys of a page and 80 ms for its rows, against 640 ms and 380 ms).
 */
function buildFrom(table: KeyedTable, { replay, after, until }: PageQuestion) {
  const conditions = ["tenant = {tenant:String}", ...table.conditions];
  const params: Record<string, unknown> = { ...buildParams(replay) };
  const columns = [{ column: table.day, type: "Date" }, ...table.key];
  for (const [name, cursor, sign] of [
    ["after", after, ">"],
    ["until", until, "<"],
  ] as const) {
    if (cursor === null || cursor === undefined) continue;
    conditions.push(`${table.day} ${sign}= {${name}0:Date}`, compare(columns, name, sign));
    for (const [index, value] of [cursor.day, ...cursor.key].entries()) params[`${name}${index}`] = value;
  }
  return { conditions: conditions.join("\n  AND "), params };
}

/** A key lies behind another when its first differing column does; a page holds the key it ends with. */
function compare(columns: readonly { column: string; type: string }[], name: string, sign: ">" | "<"): string {
  const last = columns.length - 1;
  return columns.reduceRight((rest, { column, type }, index) => {
    const value = `{${name}${index}:${type}}`;
    if (index === last) return `${column} ${sign === "<" ? "<=" : sign} ${value}`;
    return `(${column} ${sign} ${value} OR (${column} = ${value} AND ${rest}))`;
  }, "");
}

function buildParams({ tenant, from, to, requestedAt, clients, sources, reasons }: PageQuestion["replay"]) {
  const render = (at: Date) => at.toISOString().replace("T", " ").replace("Z", "");
  return {
    ...{ tenant, from: render(from ?? new Date(0)), to: render(to ?? new Date(0)), requested_at: render(requestedAt) },
    ...{ clients: clients ?? [], sources: sources ?? [], reasons: reasons ?? [] },
  };
}
