import { Readable } from "node:stream";
import { createClient } from "@clickhouse/client";
import { buildSettings } from "./build-settings.js";
import { ClickHouseFailure } from "./clickhouse-failure.js";
import type { ClickHouse, ClickHouseInsert, ClickHouseQuery } from "./clickhouse.js";

/** openServedClickHouse connects to a ClickHouse server over HTTP; `url` may carry user, password and database. */
export function openServedClickHouse(url: string): ClickHouse {
  const client = createClient({ url, request_timeout: 120_000, compression: { request: true, response: true } });

  return {
    form: "served",
    async query<Row>(query: ClickHouseQuery): Promise<Row[]> {
      try {
        const answer = await client.query({
          query: `${query.sql}\nSETTINGS ${buildSettings(query)}`,
          format: "JSONEachRow",
          query_params: { ...query.params },
        });
        return await answer.json<Row>();
      } catch (cause) {
        throw new ClickHouseFailure(query.name, cause);
      }
    },
    async insert(insert: ClickHouseInsert): Promise<void> {
      try {
        await client.insert({
          table: insert.table,
          columns: insert.columns as [string, ...string[]],
          values: Readable.from([insert.body], { objectMode: false }),
          format: "TabSeparated",
          clickhouse_settings: { max_partitions_per_insert_block: "0" },
        });
      } catch (cause) {
        throw new ClickHouseFailure(`insert.${insert.table}`, cause);
      }
    },
    async command(sql: string): Promise<void> {
      try {
        await client.command({ query: sql });
      } catch (cause) {
        throw new ClickHouseFailure("command", cause);
      }
    },
    close: () => client.close(),
  };
}
