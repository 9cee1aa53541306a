import { join } from "node:path";
import { loadExpectations } from "@watchfloor/dashboards";
import {
  ensureTenant,
  installExpectationRules,
  migrateClickHouse,
  migratePostgres,
  openClickHouse,
  openPostgres,
  type Settings,
} from "@watchfloor/sql";
import type { Logger } from "pino";
import type { EventDocument } from "../../events/event-document.js";
import type { Intake, IntakeAnswer, IntakeBatch } from "../../pipeline/intake.js";
import { buildEventBatch } from "../../events/build-event-batch.js";
import { SpoolFull } from "../../spool/spool-full.js";
import { startIngestion } from "../../start-ingestion.js";
import { setTimeout as wait } from "node:timers/promises";
import { postEvents } from "../send/post-events.js";
import { buildImportKey } from "./build-import-key.js";
import { findImportDoor } from "./import-door.js";

/** ImportTarget is where an import's events go; `close` resolves when they are stored, as far as that can be known. */
export interface ImportTarget {
  readonly title: string;
  send(events: readonly EventDocument[]): Promise<IntakeAnswer>;
  close(): Promise<void>;
}

/** TargetOptions: `url` and `key` from the command line come first, then the installation that runs, then the engines themselves. */
export interface TargetOptions {
  readonly settings: Settings;
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** openImportTarget finds the running installation of the data directory, or opens its engines when none runs. */
export async function openImportTarget(options: TargetOptions): Promise<ImportTarget> {
  const { settings, url, key } = options;
  const ownUrl = `http://${settings.host}:${settings.ingestPort}`;
  const ownKey = key ?? (url === undefined ? undefined : settings.ingestKey);
  if (ownKey !== undefined) return buildHttpTarget(url ?? ownUrl, ownKey);
  const door = await findImportDoor(settings.dataDirectory);
  if (door !== undefined && (await isAlive(url ?? door.url))) return buildHttpTarget(url ?? door.url, door.key);
  return openOwnEngines(options);
}

function buildHttpTarget(url: string, key: string): ImportTarget {
  return {
    title: `the installation at ${url}`,
    send: (events) => postEvents({ url, key, events }),
    close: () => Promise.resolve(),
  };
}

async function isAlive(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL("/healthz", url), { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

async function openOwnEngines({ settings, now, logger }: TargetOptions): Promise<ImportTarget> {
  const { dataDirectory, tenant, clickhouseCluster } = settings;
  const clickhouse = openClickHouse({ url: settings.clickhouseUrl, cluster: clickhouseCluster, dataDirectory });
  const postgres = await openPostgres({ url: settings.databaseUrl, dataDirectory });
  await Promise.all([
    migrateClickHouse(clickhouse, { cluster: clickhouseCluster, now: now() }),
    migratePostgres(postgres),
  ]);
  await ensureTenant(postgres, { id: tenant, title: tenant, isDemo: false, now: now() });
  await installExpectationRules(postgres, tenant, {
    ...{ rules: await loadExpectations(join(dataDirectory, "packs")), now: now() },
  });
  // Served engines may have an ingest process on the same directory: the import keeps a spool of its own.
  const spoolParent = settings.databaseUrl === undefined ? dataDirectory : join(dataDirectory, "imports");
  const ingestion = await startIngestion({
    host: settings.host,
    port: undefined,
    dataDirectory: spoolParent,
    clickhouse,
    postgres,
    now,
    logger,
  });
  const key = buildImportKey(tenant);
  return {
    title: `the data directory ${dataDirectory}`,
    send: (values) => acceptPatiently(ingestion.intake, { key, events: buildEventBatch(values) }),
    async close() {
      await ingestion.intake.settled();
      await ingestion.close();
      await postgres.close();
      await clickhouse.close();
    },
  };
}

/** acceptPatiently waits while the spool is full: a file can be read later. */
async function acceptPatiently(intake: Intake, batch: IntakeBatch): Promise<IntakeAnswer> {
  for (;;) {
    try {
      return await intake.accept(batch);
    } catch (error) {
      if (!(error instanceof SpoolFull)) throw error;
      await wait(error.retryAfterSeconds * 1_000);
    }
  }
}
