import { ClickHouseFailure, type ClickHouse, type ClickHouseInsert } from "@watchfloor/sql";

const LINE_FEED = 10;
const TAB = 9;

/** PoisonRow is a row that the engine cannot read; `cells` is its text as it was offered. */
export interface PoisonRow {
  readonly table: string;
  readonly tenant: string;
  readonly cells: string;
  readonly detail: string;
}

/**
 * insertRows stores a block and returns the rows that the engine cannot read, which are left out: they would fail for ever and
 * hold up all others. They are found by halving. Rejects for every failure that is not about rows. Each row begins with its tenant.
 */
export async function insertRows(clickhouse: ClickHouse, insert: ClickHouseInsert): Promise<PoisonRow[]> {
  try {
    await clickhouse.insert(insert);
    return [];
  } catch (cause) {
    if (!(cause instanceof ClickHouseFailure) || !cause.isAboutData) throw cause;
    const middle = findMiddle(insert.body);
    if (middle === undefined) return [describe(insert, cause)];
    const first = await insertRows(clickhouse, { ...insert, body: insert.body.subarray(0, middle) });
    return [...first, ...(await insertRows(clickhouse, { ...insert, body: insert.body.subarray(middle) }))];
  }
}

/** findMiddle returns where the second half of the rows begins; undefined for a single row. */
function findMiddle(body: Buffer): number | undefined {
  const half = body.indexOf(LINE_FEED, Math.floor(body.length / 2)) + 1;
  const middle = half > 0 && half < body.length ? half : body.indexOf(LINE_FEED) + 1;
  return middle > 0 && middle < body.length ? middle : undefined;
}

function describe({ table, body }: ClickHouseInsert, cause: ClickHouseFailure): PoisonRow {
  const tenant = body.toString("utf8", 0, Math.max(0, body.indexOf(TAB)));
  return { table, tenant, cells: body.toString("utf8").trimEnd(), detail: cause.message };
}
