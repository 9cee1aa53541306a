import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadExpectations, loadPolicies } from "@watchfloor/dashboards";
import {
  countHistoryDays,
  limitHeapGrowth,
  openImportDoor,
  startIngestion,
  startSimulator,
  type Ingestion,
} from "@watchfloor/ingestion";
import {
  bootstrapIdentity,
  buildWirePolicy,
  installAlertRules,
  installDashboards,
  ensureDemoBranding,
  ensureDemoContacts,
  loadOrCreateAuthSecret,
  openMailer,
  PromiseStamper,
  startApi,
  startHealth,
  startWorker,
} from "@watchfloor/server";
import {
  chooseSecretBox,
  DataDirectoryTaken,
  ensureIngestKey,
  installExpectationRules,
  installSlaPolicies,
  isLoopback,
  migrateClickHouse,
  migratePostgres,
  openClickHouse,
  openPostgres,
  readSettings,
  renderFailure,
  schema,
  SettingsFault,
  untilAvailable,
  type ClickHouse,
  type Postgres,
  type Settings,
} from "@watchfloor/sql";
import pino from "pino";

/** A stop that takes longer is ended; what was accepted is durable in the spool. */
const STOP_WITHIN_MS = 9_000;
/** Told to whoever gets messages of ours. */
const PRODUCT_VERSION = "0.1.0";
const DEMO_SEED = 20_260_101;
const DEMO_TITLE = "Northbridge Services";
const DEMO_TIME_ZONE = "Europe/Berlin";

const now = () => new Date();
const closers: (() => Promise<unknown>)[] = [];

interface Running extends Engines {
  readonly settings: Settings;
  readonly logger: pino.Logger;
  readonly isDemo: boolean;
}

interface Engines {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
}

/** start is the one composition: it opens the engines, starts the chosen roles and registers how each is stopped. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const options = { level: settings.logLevel, base: null, serializers: { cause: renderFailure } };
  const logger = pino(options, pino.destination(2));
  mkdirSync(settings.dataDirectory, { recursive: true });
  const engines = await openEngines(settings, logger);
  const isDemo = await decideDemo(settings, engines.postgres);
  const running: Running = { ...engines, settings, logger, isDemo };
  const lines = await prepareAccess(running);
  const ingestion = settings.roles.includes("ingest") ? await openIngestion(running) : undefined;
  if (settings.roles.includes("api")) lines.unshift(`Open      ${await openApi(running)}`);
  if (settings.roles.includes("worker")) await openWorker(running);
  if (ingestion?.port !== undefined) lines.push(`Send to   http://${settings.host}:${ingestion.port}/v1/events`);
  process.stdout.write(`\nWatchfloor is running.\n${lines.map((line) => `  ${line}`).join("\n")}\n\n`);
  if (isDemo && ingestion !== undefined) startDemo(running, ingestion);
}

/** prepareAccess makes the tenant, its first administrator and its first ingest key once, and returns what to tell about them. */
async function prepareAccess({ settings, postgres, isDemo }: Running): Promise<string[]> {
  const { tenant, adminEmail, adminPassword, ingestKey } = settings;
  const identity = await bootstrapIdentity({
    postgres,
    tenant,
    tenantTitle: isDemo ? DEMO_TITLE : tenant,
    ...(isDemo ? { tenantTimeZone: DEMO_TIME_ZONE } : {}),
    adminEmail,
    adminPassword,
    isDemo,
    now: now(),
  });
  if (isDemo) await prepareDemo(settings, postgres);
  const ownPacks = join(settings.dataDirectory, "packs");
  await installExpectationRules(postgres, tenant, { rules: await loadExpectations(ownPacks), now: now() });
  await installSlaPolicies(postgres, tenant, { policies: await loadPolicies(ownPacks), now: now() });
  await installDashboards(postgres, tenant, { ownDirectory: join(settings.dataDirectory, "dashboards"), now: now() });
  await installAlertRules(postgres, tenant, { ownDirectory: join(settings.dataDirectory, "alert-rules"), now: now() });
  const { key } = await ensureIngestKey(postgres, { tenant, fixedKey: ingestKey, now: now() });
  const lines: string[] = [];
  if (isDemo) lines.push("Sign in   as one of the people shown on the sign-in page");
  const { administrator } = identity;
  if (administrator?.isPasswordGenerated === true)
    lines.push(`Sign in   ${administrator.email}   password ${administrator.password}   (shown once)`);
  else if (administrator !== undefined) lines.push(`Sign in   ${administrator.email}   with WATCHFLOOR_ADMIN_PASSWORD`);
  if (key !== undefined && ingestKey === undefined) lines.push(`Key       ${key}   (shown once)`);
  return lines;
}

/** prepareDemo gives the demonstration a brand and contacts, whose messages go to receivers that it runs itself. */
async function prepareDemo(settings: Settings, postgres: Postgres): Promise<void> {
  const { tenant, port } = settings;
  await ensureDemoBranding(postgres, tenant, now());
  const box = chooseSecretBox(settings);
  // Port 0 is another one at each start, known only once it is open.
  if (box === undefined || port === 0) return;
  await ensureDemoContacts({ postgres, box, tenant, port, policy: buildPolicy(settings, true), now });
}

async function openEngines(settings: Settings, logger: pino.Logger): Promise<Engines> {
  const clickhouse = openClickHouse({
    url: settings.clickhouseUrl,
    cluster: settings.clickhouseCluster,
    dataDirectory: settings.dataDirectory,
  });
  closers.push(() => clickhouse.close());
  const postgres = await openPostgres({ url: settings.databaseUrl, dataDirectory: settings.dataDirectory });
  closers.push(() => postgres.close());
  await Promise.all([
    untilAvailable(
      () => migrateClickHouse(clickhouse, { cluster: settings.clickhouseCluster, now: now() }),
      (cause, retryMs) => logger.warn({ cause, retryMs }, "ClickHouse does not answer, waiting for it"),
    ),
    migratePostgres(postgres),
  ]);
  return { clickhouse, postgres };
}

/** decideDemo: a new directory, or one the demonstration made, unless the settings or an open host say otherwise (CONTRACT 1). */
async function decideDemo(settings: Settings, postgres: Postgres): Promise<boolean> {
  if (!isLoopback(settings.host) || settings.databaseUrl !== undefined) return false;
  if (settings.demo !== undefined) return settings.demo;
  const tenants = await postgres.db.select().from(schema.tenant);
  return tenants.length === 0 || tenants.some((tenant) => tenant.id === settings.tenant && tenant.isDemo);
}

async function openIngestion({ settings, clickhouse, postgres, logger }: Running): Promise<Ingestion> {
  if (settings.clickhouseUrl !== undefined) limitHeapGrowth();
  const ingestion = await startIngestion({
    host: settings.host,
    port: settings.ingestPort,
    dataDirectory: settings.dataDirectory,
    clickhouse,
    postgres,
    now,
    logger,
    secretBox: chooseSecretBox(settings),
    stamps: new PromiseStamper(postgres, now),
  });
  closers.push(() => ingestion.close());
  const url = `http://${isLoopback(settings.host) ? settings.host : "127.0.0.1"}:${ingestion.port ?? settings.ingestPort}`;
  await openImportDoor({ postgres, tenant: settings.tenant, dataDirectory: settings.dataDirectory, url, now: now() });
  return ingestion;
}

async function openApi({ settings, clickhouse, postgres, logger, isDemo }: Running): Promise<string> {
  const api = await startApi({
    host: settings.host,
    port: settings.port,
    clickhouse,
    postgres,
    now,
    isDemo,
    tenant: settings.tenant,
    authSecret: settings.authSecret ?? loadOrCreateAuthSecret(settings.dataDirectory),
    secretBox: chooseSecretBox(settings),
    ingestPort: settings.ingestPort,
    webDirectory: fileURLToPath(new URL("../web/dist", import.meta.url)),
    ...openWayOut(settings, isDemo),
    logger,
  });
  closers.push(() => api.close());
  return api.url;
}

async function openWorker({ settings, clickhouse, postgres, logger, isDemo }: Running): Promise<void> {
  const cluster = settings.clickhouseCluster;
  const linkSecret =
    settings.authSecret ??
    (settings.databaseUrl === undefined ? loadOrCreateAuthSecret(settings.dataDirectory) : undefined);
  const { heartbeatUrl, alarmEmail } = settings.alerting;
  const delivering = {
    ...{ ...openWayOut(settings, isDemo), secretBox: chooseSecretBox(settings), linkSecret, heartbeatUrl, alarmEmail },
    productVersion: PRODUCT_VERSION,
  };
  const worker = startWorker({ clickhouse, cluster, postgres, now, logger, delivering });
  closers.push(() => worker.close());
  if (settings.roles.length > 1) return;
  const health = await startHealth({ host: settings.host, port: settings.port, clickhouse, postgres, now });
  closers.push(() => health.close());
}

/** openWayOut opens what messages about alerts leave by. */
function openWayOut(settings: Settings, isDemo: boolean) {
  const { smtpUrl, mailFrom, publicUrl } = settings.alerting;
  const mailer = smtpUrl === undefined ? undefined : openMailer({ url: smtpUrl, from: mailFrom });
  if (mailer !== undefined) closers.push(() => Promise.resolve(mailer.close()));
  return { mailer, wirePolicy: buildPolicy(settings, isDemo), publicUrl };
}

/** buildPolicy says where messages may go: in a demonstration also to the receivers that it runs itself, on this machine and this port. */
function buildPolicy({ alerting, port }: Settings, isDemo: boolean) {
  const { allowedRanges, allowedPorts, isHttpAllowed } = alerting;
  const add = (list: string, part: string) => (isDemo ? [list, part].filter((each) => each !== "").join(",") : list);
  return buildWirePolicy({
    ranges: add(allowedRanges, "127.0.0.1/32"),
    ports: add(allowedPorts, String(port)),
    isHttpAllowed: isHttpAllowed || isDemo,
  });
}

function startDemo({ settings, postgres, logger }: Running, { intake }: Ingestion): void {
  const simulator = startSimulator({
    intake,
    postgres,
    tenant: settings.tenant,
    key: { id: "demo", tenant: settings.tenant, clients: null, kinds: null, isBackfill: true, isImport: false },
    now,
    logger,
    historyDays: countHistoryDays(now(), DEMO_TIME_ZONE),
    seed: DEMO_SEED,
    stateDirectory: settings.dataDirectory,
    onProgress: (text) => process.stdout.write(`${text}\n`),
  });
  closers.push(() => simulator.close());
}

/** stop undoes what start did, in reverse order. */
async function stop(code: number): Promise<void> {
  setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref();
  for (const close of closers.splice(0).reverse())
    await close().catch((cause: unknown) => process.stderr.write(`${renderFailure(cause)}\n`));
  process.exit(code);
}

/** explain says what a person can do about a start that failed. */
function explain(cause: unknown): string {
  if (cause instanceof SettingsFault || cause instanceof DataDirectoryTaken) return cause.message;
  const { code, port, message } = cause as { code?: string; port?: number; message?: string };
  if (code === "EADDRINUSE")
    return `Port ${port ?? ""} is taken by another program. Stop it, or choose other ports: WATCHFLOOR_PORT=8081 WATCHFLOOR_INGEST_PORT=4319 npm start`;
  if (code === "EACCES") return `${message ?? ""}\nThe port or the data directory may not be used by this account.`;
  // A failed query would repeat its parameters; anything else at a start is best told as it is.
  return cause instanceof Error && !("params" in cause) ? (cause.stack ?? cause.message) : renderFailure(cause);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(0));
start().catch((cause: unknown) => {
  process.stderr.write(`\n${explain(cause)}\n`);
  void stop(1);
});
