import { join } from "node:path";
import type { ClickHouse } from "./clickhouse.js";
import { openEmbeddedClickHouse } from "./open-embedded-clickhouse.js";
import { openServedClickHouse } from "./open-served-clickhouse.js";

/** openClickHouse is the factory: served when `url` is given, else embedded under `<dataDirectory>/clickhouse`. */
export function openClickHouse(settings: {
  url?: string | undefined;
  cluster?: string | undefined;
  dataDirectory: string;
}): ClickHouse {
  return settings.url !== undefined
    ? openServedClickHouse(settings.url, { isCluster: settings.cluster !== undefined })
    : openEmbeddedClickHouse(join(settings.dataDirectory, "clickhouse"));
}
