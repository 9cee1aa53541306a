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

/** When this many rows in a row cannot be read, and none could, the fault is not one sender's. */
const MAX_UNREADABLE = 200;

/**
 * insertRows stores a block and returns the rows that the engine cannot read, which are left out: they would fail for ever and
 * hold up all others. They are found by halving. Rejects for every failure that is not about rows, and when no row at all can be
 * read, which is a fault of ours that must not empty whole batches. Each row begins with its tenant.
 */
export async function insertRows(clickhouse: ClickHouse, insert: ClickHouseInsert): Promise<PoisonRow[]> {
  const found = { poison: [] as PoisonRow[], hasStored: false };
  await insertPart(clickhouse, insert, found);
  return found.poison;
}

async function insertPart(
  clickhouse: ClickHouse,
  insert: ClickHouseInsert,
  found: { readonly poison: PoisonRow[]; hasStored: boolean },
): Promise<void> {
  try {
    await clickhouse.insert(insert);
    found.hasStored = true;
  } catch (cause) {
    if (!(cause instanceof ClickHouseFailure) || !cause.isAboutData) throw cause;
    const middle = findMiddle(insert.body);
    if (middle === undefined) {
      if (!found.hasStored && found.poison.length >= MAX_UNREADABLE) throw cause;
      found.poison.push(describe(insert, cause));
      return;
    }
    await insertPart(clickhouse, { ...insert, body: insert.body.subarray(0, middle) }, found);
    await insertPart(clickhouse, { ...insert, body: insert.body.subarray(middle) }, found);
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
