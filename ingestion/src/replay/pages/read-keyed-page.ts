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
 * readKeyedPage reads the next rows in the order of a table's key, as many as their payloads allow, at least one. Their sizes are read
 * first: a page of the largest payloads would not fit into memory. `end` is the key of the last one.
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
    sql: `SELECT toString(${day}) AS page_day, ${keys}, length(payload) AS bytes\n${from.sql}\n${order}\nLIMIT ${maxRows}`,
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
    sql: `SELECT ${columns}\n${bounded.sql}\n${order}`,
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

/** The day stands in conditions of its own: it bounds the granules that are read, which a comparison of tuples does not. */
function buildFrom(table: KeyedTable, { replay, after, until }: PageQuestion) {
  const { name, day, key } = table;
  const columns = `(${key.map(({ column }) => column).join(", ")})`;
  const place = (bound: string) => `(${key.map(({ type }, index) => `{${bound}${index}:${type}}`).join(", ")})`;
  const conditions = ["tenant = {tenant:String}", ...table.conditions];
  if (after !== null)
    conditions.push(`${day} >= {after_day:Date}`, `(${day} > {after_day:Date} OR ${columns} > ${place("after")})`);
  if (until !== undefined)
    conditions.push(`${day} <= {until_day:Date}`, `(${day} < {until_day:Date} OR ${columns} <= ${place("until")})`);
  const params: Record<string, unknown> = { ...buildParams(replay) };
  for (const [bound, cursor] of [["after", after] as const, ["until", until] as const]) {
    if (cursor === null || cursor === undefined) continue;
    params[`${bound}_day`] = cursor.day;
    for (const [index, value] of cursor.key.entries()) params[`${bound}${index}`] = value;
  }
  return { sql: `FROM ${name} FINAL\nWHERE ${conditions.join("\n  AND ")}`, params };
}

function buildParams({ tenant, from, to, requestedAt, clients, sources, reasons }: PageQuestion["replay"]) {
  const render = (at: Date) => at.toISOString().replace("T", " ").replace("Z", "");
  return {
    ...{ tenant, from: render(from ?? new Date(0)), to: render(to ?? new Date(0)), requested_at: render(requestedAt) },
    ...{ clients: clients ?? [], sources: sources ?? [], reasons: reasons ?? [] },
  };
}
