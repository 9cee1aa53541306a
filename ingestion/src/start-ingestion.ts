import { join } from "node:path";
import {
  findMissingEngines,
  findWebhookSecrets,
  publishChangeSignal,
  renderFailure,
  type ClickHouse,
  type Postgres,
  type SecretBox,
  type WebhookSecret,
} from "@watchfloor/sql";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { IngestionMetrics } from "./health/ingestion-metrics.js";
import { buildIntake } from "./pipeline/build-intake.js";
import type { Intake } from "./pipeline/intake.js";
import { RecentIdentities } from "./pipeline/recent-identities.js";
import { buildReceiver } from "./receive/build-receiver.js";
import { openKeys, type Keys } from "./receive/open-keys.js";
import { guardIntake } from "./receive/limit/guard-intake.js";
import { KeyRates } from "./receive/limit/key-rates.js";
import { cacheSecrets } from "./receive/webhooks/cache-secrets.js";
import { MappingShelf } from "./receive/webhooks/mapping-shelf.js";
import type { WebhookParts } from "./receive/webhooks/webhook-parts.js";
import { buildReplayDoor } from "./replay/replay-door.js";
import { Replayer } from "./replay/replayer.js";
import { KnownSubjects } from "./resolve/known-subjects.js";
import { RuleBook } from "./resolve/expectations/rule-book.js";
import { SubjectStore } from "./resolve/subject-store.js";
import { Spool } from "./spool/spool.js";
import type { ChangedNetwork } from "./write/changed-network.js";
import { Loader } from "./write/loader.js";
import type { PromiseStamps } from "./write/promise-stamps.js";
import { Registrar } from "./write/registrar.js";
import { StorageWriter } from "./write/storage-writer.js";

const DEFAULT_SPOOL_BYTES = 2 * 1024 ** 3;
/** Together they stay below the ten seconds a supervisor waits. Requests first: what they bring is then stored or in the spool. */
const ANSWER_WITHIN_MS = 2_000;
const CLOSE_WITHIN_MS = 5_500;

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
  /** Decides promises of runs while they are written; without it questions decide. */
  readonly stamps?: PromiseStamps;
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
  const writer = new StorageWriter(clickhouse, new SubjectStore(clickhouse, known), options.now, options.stamps);
  const registrar = new Registrar(options.postgres);
  const declared = new RuleBook(options.postgres, logger);
  await declared.open();
  const loader = new Loader({
    ...{ spool, writer, logger, declared, isShared: known === undefined },
    onStored: (changed) => announce(changed, registrar, options).catch(hideDetails),
  });
  recoverSpool(spool, loader, logger);
  loader.start();
  const isKnown = loadKnown(known, options);

  const recent = new RecentIdentities();
  const intake = buildIntake({ spool, loader, recent, now: options.now });
  const replayer = buildReplayer(options, { spool, loader, recent, declared });
  const keys = openKeys(options);
  const receiver = options.port === undefined ? undefined : buildHttp(options, { intake, keys, spool, loader });
  if (receiver !== undefined) {
    await receiver.listen({ host: options.host, port: options.port ?? 0 });
    replayer.start();
  }
  return {
    intake,
    port: readPort(receiver),
    async close() {
      await Promise.all([closeReceiver(receiver), replayer.close()]);
      declared.close();
      await spool.close();
      await loader.close(CLOSE_WITHIN_MS);
      await keys.close();
      await isKnown;
    },
  };
}

/** Until it is loaded every subject is read back, so a failure costs time alone. */
async function loadKnown(known: KnownSubjects | undefined, { clickhouse, logger }: IngestionOptions): Promise<void> {
  await known
    ?.load(clickhouse)
    .catch((cause: unknown) => logger.warn({ cause: renderFailure(cause) }, "known subjects not loaded"));
}

/** recoverSpool hands over what was durable and not stored when the process before this one ended. */
function recoverSpool(spool: Spool, loader: Loader, logger: Logger): void {
  let recovered = 0;
  for (const block of spool.recover()) {
    loader.add(block);
    recovered += 1;
  }
  if (recovered > 0) logger.info({ requests: recovered }, "spool recovered");
}

interface ReplayParts {
  readonly spool: Spool;
  readonly loader: Loader;
  readonly recent: RecentIdentities;
  readonly declared: RuleBook;
}

function buildReplayer(options: IngestionOptions, { spool, loader, recent, declared }: ReplayParts): Replayer {
  const { clickhouse, postgres, dataDirectory, now, logger } = options;
  const door = buildReplayDoor({ spool, loader, recent });
  const refreshRules = () => declared.refresh();
  return new Replayer({ clickhouse, postgres, door, recent, refreshRules, dataDirectory, now, logger });
}

interface HttpParts {
  readonly intake: Intake;
  readonly keys: Keys;
  readonly spool: Spool;
  readonly loader: Loader;
}

function buildHttp(options: IngestionOptions, { intake, keys, spool, loader }: HttpParts): FastifyInstance {
  const rates = new KeyRates(options.now);
  const metrics = new IngestionMetrics();
  metrics.addProcess();
  metrics.addGauge("spool_bytes", "Bytes in the spool that are not yet stored", () => spool.bytes);
  metrics.addGauge("waiting_requests", "Durable requests that are not stored yet", () => loader.waitingRequests);
  metrics.addGauge("stored_events", "Events stored since this process started", () => loader.storedEvents);
  return buildReceiver({
    intake: guardIntake(intake, { rates, metrics }),
    rates,
    metrics,
    logger: options.logger,
    findKey: (secret) => keys.find(secret),
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

/** closeReceiver finishes what is being received; a sender that does not finish its request is cut off, nothing of it is acknowledged. */
async function closeReceiver(receiver: FastifyInstance | undefined): Promise<void> {
  const cutOff = setTimeout(() => receiver?.server.closeAllConnections(), ANSWER_WITHIN_MS);
  await receiver?.close();
  clearTimeout(cutOff);
}

/** What could not be registered is named in the statement that failed; whoever logs the failure gets none of it. */
function hideDetails(cause: unknown): never {
  throw new Error(renderFailure(cause));
}

function readPort(receiver: FastifyInstance | undefined): number | undefined {
  const address = receiver?.server.address();
  return typeof address === "object" && address !== null ? address.port : undefined;
}
