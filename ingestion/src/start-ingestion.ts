import { join } from "node:path";
import {
  findIngestKey,
  findMissingEngines,
  findWebhookSecrets,
  publishChangeSignal,
  type ClickHouse,
  type Postgres,
  type SecretBox,
  type WebhookSecret,
} from "@watchfloor/sql";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { IngestKey } from "./events/ingest-key.js";
import { IngestionMetrics } from "./health/ingestion-metrics.js";
import { buildIntake } from "./pipeline/build-intake.js";
import type { Intake } from "./pipeline/intake.js";
import { RecentIdentities } from "./pipeline/recent-identities.js";
import { buildReceiver } from "./receive/build-receiver.js";
import { cacheKeys } from "./receive/cache-keys.js";
import { cacheSecrets } from "./receive/webhooks/cache-secrets.js";
import { MappingShelf } from "./receive/webhooks/mapping-shelf.js";
import type { WebhookParts } from "./receive/webhooks/webhook-parts.js";
import { KnownSubjects } from "./resolve/known-subjects.js";
import { SubjectStore } from "./resolve/subject-store.js";
import { Spool } from "./spool/spool.js";
import type { ChangedNetwork } from "./write/changed-network.js";
import { Loader } from "./write/loader.js";
import { Registrar } from "./write/registrar.js";
import { StorageWriter } from "./write/storage-writer.js";

const DEFAULT_SPOOL_BYTES = 2 * 1024 ** 3;
const CLOSE_WITHIN_MS = 6_000;

/** IngestionOptions are what the ingestion service stands on. `port` undefined = no HTTP (imports run in process). */
export interface IngestionOptions {
  readonly host: string;
  readonly port: number | undefined;
  readonly dataDirectory: string;
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly spoolBytes?: number;
  /** Opens the secrets of webhook sources; without it webhooks are answered 503. */
  readonly secretBox?: SecretBox | undefined;
}

/** Ingestion is a running ingestion service. */
export interface Ingestion {
  readonly intake: Intake;
  /** The port that was bound; undefined without HTTP. */
  readonly port: number | undefined;
  /** close stops accepting, stores what is queued and leaves the rest durable in the spool. */
  close(): Promise<void>;
}

/** startIngestion recovers the spool, starts loading and opens the receivers. */
export async function startIngestion(options: IngestionOptions): Promise<Ingestion> {
  const { clickhouse, logger } = options;
  const spool = new Spool(join(options.dataDirectory, "spool"), options.spoolBytes ?? DEFAULT_SPOOL_BYTES);
  const known = clickhouse.form === "embedded" ? new KnownSubjects() : undefined;
  const writer = new StorageWriter(clickhouse, new SubjectStore(clickhouse, known), options.now);
  const registrar = new Registrar(options.postgres);
  const loader = new Loader({ spool, writer, logger, onStored: (changed) => announce(changed, registrar, options) });
  let recovered = 0;
  for (const block of spool.recover()) {
    loader.add(block);
    recovered += 1;
  }
  if (recovered > 0) logger.info({ requests: recovered }, "spool recovered");
  loader.start();
  const isKnown = known
    ?.load(clickhouse)
    .catch((cause: unknown) => logger.warn({ cause: String(cause) }, "known subjects not loaded"));

  const intake = buildIntake({ spool, loader, recent: new RecentIdentities(), now: options.now });
  const receiver = options.port === undefined ? undefined : buildHttp(options, intake, spool, loader);
  if (receiver !== undefined) await receiver.listen({ host: options.host, port: options.port ?? 0 });
  return {
    intake,
    port: readPort(receiver),
    async close() {
      await receiver?.close();
      await spool.close();
      await loader.close(CLOSE_WITHIN_MS);
      await isKnown;
    },
  };
}

function buildHttp(options: IngestionOptions, intake: Intake, spool: Spool, loader: Loader): FastifyInstance {
  const metrics = new IngestionMetrics();
  metrics.addGauge("spool_bytes", "Bytes in the spool that are not yet stored", () => spool.bytes);
  metrics.addGauge("waiting_requests", "Durable requests that are not stored yet", () => loader.waitingRequests);
  metrics.addGauge("stored_events", "Events stored since this process started", () => loader.storedEvents);
  return buildReceiver({
    intake,
    metrics,
    logger: options.logger,
    findKey: cacheKeys((secret) => findKey(options.postgres, secret)),
    findMissing: () => findMissingEngines(options),
    webhooks: buildWebhookParts(options),
  });
}

function buildWebhookParts({ postgres, secretBox, dataDirectory, now }: IngestionOptions): WebhookParts {
  const shelf = new MappingShelf(dataDirectory, now);
  const find = (source: string, box: SecretBox): Promise<WebhookSecret[]> => findWebhookSecrets(postgres, source, box);
  return {
    findSecrets: secretBox === undefined ? undefined : cacheSecrets((source) => find(source, secretBox)),
    getMapping: (name) => shelf.get(name),
    now,
  };
}

async function announce(changed: ChangedNetwork, registrar: Registrar, options: IngestionOptions): Promise<void> {
  for (const [tenant, change] of changed.tenants) {
    await registrar.register(tenant, change);
    await publishChangeSignal(options.postgres, {
      tenant,
      storedAt: options.now().toISOString(),
      clients: [...change.clients],
      workflows: [...new Set([...change.workflows.values()].map((place) => place.id))],
      stores: [...change.stores.keys()],
    });
  }
}

function readPort(receiver: FastifyInstance | undefined): number | undefined {
  const address = receiver?.server.address();
  return typeof address === "object" && address !== null ? address.port : undefined;
}

async function findKey(postgres: Postgres, secret: string): Promise<IngestKey | undefined> {
  const key = await findIngestKey(postgres, secret);
  if (key === undefined) return undefined;
  return { ...key, clients: key.clients ?? null, kinds: key.kinds ?? null, isImport: false };
}
