import { join } from "node:path";
import {
  ensureIngestKey,
  ensureTenant,
  migrateClickHouse,
  migratePostgres,
  openClickHouse,
  openPostgres,
} from "@watchfloor/sql";
import pino from "pino";
import { startIngestion } from "../start-ingestion.js";

/** The ingest role alone as a process that a test can kill: DIRECTORY and KEY as arguments; prints its port when it serves. */
const [dataDirectory = "", fixedKey = ""] = process.argv.slice(2);
const now = () => new Date();
const clickhouse = openClickHouse({ dataDirectory });
const postgres = await openPostgres({ dataDirectory });
await migrateClickHouse(clickhouse, { now: now() });
await migratePostgres(postgres);
await ensureTenant(postgres, { id: "acme", title: "Acme", isDemo: false, now: now() });
await ensureIngestKey(postgres, { tenant: "acme", fixedKey, now: now() });
const logger = pino({ level: "error" }, pino.destination(join(dataDirectory, "ingestion.log")));
const ingestion = await startIngestion({
  host: "127.0.0.1",
  port: 0,
  dataDirectory,
  clickhouse,
  postgres,
  now,
  logger,
});
process.stdout.write(`${ingestion.port ?? 0}\n`);
process.once("SIGTERM", () => {
  void ingestion
    .close()
    .then(() => Promise.all([clickhouse.close(), postgres.close()]))
    .then(() => process.exit(0));
});
