import type { ClickHouse } from "@watchfloor/sql";
import type { StorageBatch } from "./storage-batch.js";
import type { TableRows } from "./table-inserts.js";

const LINE_FEED = 10;
/** Requests looked up by one query. */
const LOOK_UP_SIZE = 2_000;

const REPLAYED = `
SELECT tenant, request, position FROM rejected_event FINAL
WHERE tenant IN {tenants:Array(String)} AND request IN {requests:Array(String)} AND isNotNull(replayed_at)`;

/**
 * dropReplayedRows gives the refused events of a batch that is stored again, without those that were replayed since it was stored the first
 * time: the newest insert of a row counts, and they would be refused once more.
 */
export async function dropReplayedRows(
  clickhouse: ClickHouse,
  { rejected, rejections }: Pick<StorageBatch, "rejected" | "rejections">,
): Promise<TableRows["rows"]> {
  const sent = rejections.filter(({ isReplayed }) => !isReplayed);
  const replayed = new Set<string>();
  for (let from = 0; from < sent.length; from += LOOK_UP_SIZE) {
    const some = sent.slice(from, from + LOOK_UP_SIZE);
    const rows = await clickhouse.query<{ tenant: string; request: string; position: number }>({
      name: "ingestion.rejected.replayed",
      sql: REPLAYED,
      params: {
        tenants: [...new Set(some.map(({ tenant }) => tenant))],
        requests: [...new Set(some.map(({ request }) => request))],
      },
      mustSeeAll: true,
    });
    for (const { tenant, request, position } of rows) replayed.add(nameRow(tenant, request, position));
  }
  if (replayed.size === 0) return rejected;
  const isKept = rejections.map(
    ({ tenant, request, position, isReplayed }) => isReplayed || !replayed.has(nameRow(tenant, request, position)),
  );
  const body = keepLines(rejected.toBuffer(), isKept);
  return { count: isKept.filter(Boolean).length, toBuffer: () => body };
}

function nameRow(tenant: string, request: string, position: number): string {
  return `${tenant}\0${request}\0${position}`;
}

/** In this format a line feed within a cell is escaped: each line is a row. */
function keepLines(body: Buffer, isKept: readonly boolean[]): Buffer {
  const kept: Buffer[] = [];
  let start = 0;
  for (const keep of isKept) {
    const end = body.indexOf(LINE_FEED, start) + 1;
    if (keep) kept.push(body.subarray(start, end));
    start = end;
  }
  return Buffer.concat(kept);
}
