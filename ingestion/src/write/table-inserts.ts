import { crc32 } from "node:zlib";
import type { ClickHouse } from "@watchfloor/sql";
import { insertRows, type PoisonRow } from "./insert-rows.js";
import { RowWriter } from "./rows/row-writer.js";
import { REJECTED_COLUMNS, writeRejectedRow } from "./rows/write-rejected-row.js";

/** TableRows are the rows of one table. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Pick<RowWriter, "count" | "toBuffer">;
  /** Others must see these rows as soon as they are stored, also on a cluster. */
  readonly mustBeSeen?: boolean;
}

/** TableInserts stores rows in several tables at once and keeps those that the engine cannot read where refused events are looked at. */
export class TableInserts {
  /** unreadable rows found since this was made. */
  unreadable = 0;

  constructor(
    private readonly clickhouse: ClickHouse,
    private readonly now: () => Date,
  ) {}

  /** insert waits for every table, also when one fails: rows may only be written anew once nothing reads them. */
  async insert(tables: readonly TableRows[]): Promise<void> {
    for (const result of await Promise.allSettled(tables.map((table) => this.#insertOne(table))))
      if (result.status === "rejected") throw result.reason;
  }

  async #insertOne({ table, columns, rows, mustBeSeen = false }: TableRows): Promise<void> {
    if (rows.count === 0) return;
    const poison = await insertRows(this.clickhouse, { table, columns, mustBeSeen, body: rows.toBuffer() });
    if (poison.length === 0) return;
    this.unreadable += poison.length;
    await this.#keepPoison(poison);
  }

  async #keepPoison(poison: readonly PoisonRow[]): Promise<void> {
    const rows = new RowWriter();
    const receivedAtMs = this.now().getTime();
    for (const { table, tenant, cells, detail } of poison)
      writeRejectedRow(rows, {
        ...{ tenant, receivedAtMs, request: `row of ${table}`, position: crc32(cells), source: "", id: "" },
        refusal: { reason: "malformed", field: "", detail: detail.slice(0, 500) },
        payload: cells,
      });
    await this.clickhouse.insert({ table: "rejected_event", columns: REJECTED_COLUMNS, body: rows.toBuffer() });
  }
}
