import { Readable } from "node:stream";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { buildSettings } from "./build-settings.js";
import { ClickHouseFailure } from "./clickhouse-failure.js";
import { renderLiterals } from "./render-literals.js";
import type { ClickHouse, ClickHouseInsert, ClickHouseQuery } from "./clickhouse.js";

const REQUEST_TIMEOUT_MS = 120_000;
/**
 * Parameters travel in the URL up to this length. Proxies refuse request lines of 8 KiB, and the server a value of more than 128 KiB
 * in a URL as in a multipart body (`http_max_field_value_size`): 5,000 stores are 98 KiB, 40,000 runs 690 KiB.
 */
const MAX_URL_PARAMS_LENGTH = 4_096;
/** Statements of more than 256 KiB need leave (`max_query_size`). */
const MAX_PLAIN_QUERY_BYTES = 250_000;

/** openServedClickHouse connects to a ClickHouse server over HTTP; `url` may carry user, password and database. */
export function openServedClickHouse(url: string, options: { requestTimeoutMs?: number } = {}): ClickHouse {
  const client = createClient({
    url,
    request_timeout: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    compression: { request: true, response: true },
    // What fails is thrown; the client would write statements with their values to the output as well.
    log: { level: ClickHouseLogLevel.OFF },
  });

  return {
    form: "served",
    async query<Row>(query: ClickHouseQuery): Promise<Row[]> {
      try {
        const answer = await client.query({ ...buildStatement(query), format: "JSONEachRow" });
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

function buildStatement(query: ClickHouseQuery) {
  const params = { ...query.params };
  const settings = buildSettings(query);
  // The server keeps the answer until it is whole: an error behind the first rows has a status of its own then, also before 25.11.
  const waiting = { wait_end_of_query: 1 } as const;
  if (encodeURIComponent(JSON.stringify(params)).length <= MAX_URL_PARAMS_LENGTH)
    return { query: `${query.sql}\nSETTINGS ${settings}`, query_params: params, clickhouse_settings: waiting };
  const rendered = `${renderLiterals(query.sql, params, Number.POSITIVE_INFINITY) ?? query.sql}\nSETTINGS ${settings}`;
  const bytes = Buffer.byteLength(rendered);
  const leave = bytes > MAX_PLAIN_QUERY_BYTES ? { max_query_size: String(bytes + 1_024) } : {};
  return { query: rendered, clickhouse_settings: { ...waiting, ...leave } };
}
