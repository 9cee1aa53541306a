import type { ClickHouse, ClickHouseInsert } from "@watchfloor/sql";
import { createChdbConnection } from "chdb/connection";

const FORMATS = ["TabSeparated", "CSV", "JSONCompactEachRow"] as const;
const BATCH_ROWS = [20_000, 100_000];

/** BareRate is the fastest way found to insert the content, and its rate in events a second. */
export interface BareRate {
  readonly eventsPerSecond: number;
  readonly how: string;
  /** Processor time of an event, in microseconds. */
  readonly cpuMicros: number;
}

/**
 * measureBareInserts inserts the rows that ingestion wrote once more, into empty tables of the same definitions, by each
 * format and batch size, and returns the fastest. Only the inserts are timed; the texts are ready before.
 */
export async function measureBareInserts(
  clickhouse: ClickHouse,
  path: string,
  recorded: readonly ClickHouseInsert[],
  { title, events }: { title: string; events: number },
): Promise<BareRate> {
  const raw = createChdbConnection({ path }).chdb;
  let best: BareRate = { eventsPerSecond: 0, how: "", cpuMicros: 0 };
  for (const format of FORMATS)
    for (const batchRows of BATCH_ROWS) {
      const blocks = await prepareBlocks(clickhouse, raw, recorded, format, batchRows);
      const startedAt = performance.now();
      const before = process.cpuUsage();
      for (const block of blocks)
        await raw.rawInsert({ table: block.table, columns: block.columns, values: block.values, format });
      const used = process.cpuUsage(before);
      const eventsPerSecond = events / ((performance.now() - startedAt) / 1000);
      console.log(`${title}: bare ${format} in blocks of ${batchRows} rows: ${Math.round(eventsPerSecond)} events/s`);
      if (eventsPerSecond > best.eventsPerSecond)
        best = {
          eventsPerSecond,
          how: `${format}, blocks of ${batchRows} rows`,
          cpuMicros: (used.user + used.system) / events,
        };
    }
  return best;
}

type Raw = ReturnType<typeof createChdbConnection>["chdb"];

async function prepareBlocks(
  clickhouse: ClickHouse,
  raw: Raw,
  recorded: readonly ClickHouseInsert[],
  format: (typeof FORMATS)[number],
  batchRows: number,
): Promise<{ table: string; columns: string[]; values: Buffer }[]> {
  const byTable = new Map<string, { columns: string[]; lines: string[] }>();
  for (const insert of recorded) {
    const known = byTable.get(insert.table) ?? { columns: [...insert.columns], lines: [] };
    byTable.set(insert.table, known);
    known.lines.push(...insert.body.toString().split("\n").slice(0, -1));
  }
  const blocks: { table: string; columns: string[]; values: Buffer }[] = [];
  for (const [table, { columns, lines }] of byTable) {
    await clickhouse.command(`DROP TABLE IF EXISTS bare_${table}`);
    await clickhouse.command(`CREATE TABLE bare_${table} AS ${table}`);
    for (let from = 0; from < lines.length; from += batchRows) {
      const text = `${lines.slice(from, from + batchRows).join("\n")}\n`;
      blocks.push({
        table: `bare_${table}`,
        columns,
        values: await convert(clickhouse, raw, { table, columns, text, format }),
      });
    }
  }
  return blocks;
}

/** convert lets the engine itself write the rows in another format, so that no converter of ours can slow it down. */
async function convert(
  clickhouse: ClickHouse,
  raw: Raw,
  block: { table: string; columns: string[]; text: string; format: string },
): Promise<Buffer> {
  if (block.format === "TabSeparated") return Buffer.from(block.text);
  await clickhouse.command(`CREATE OR REPLACE TABLE bare_staging AS ${block.table} ENGINE = Memory`);
  await clickhouse.insert({ table: "bare_staging", columns: block.columns, body: Buffer.from(block.text) });
  const result = await raw.queryAsync(`SELECT ${block.columns.join(", ")} FROM bare_staging`, { format: block.format });
  return Buffer.from(result.bytes());
}
