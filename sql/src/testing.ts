export {
  startEmbeddedClickHouseProcess,
  type EmbeddedClickHouseProcess,
} from "./clickhouse/testing/start-embedded-clickhouse-process.js";
export type { NewStandInFault } from "./clickhouse/testing/stand-in-fault.js";
export { startPostgresServer, type PostgresServer } from "./postgres/testing/start-postgres-server.js";
export { openMigratedClickHouse } from "./clickhouse/testing/open-migrated-clickhouse.js";
