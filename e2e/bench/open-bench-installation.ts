import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startIngestion, type Ingestion } from "@watchfloor/ingestion";
import { bootstrapIdentity, startApi, PromiseStamper } from "@watchfloor/server";
import {
  buildApiKeySecret,
  ensureIngestKey,
  migrateClickHouse,
  migratePostgres,
  openEmbeddedClickHouse,
  openEmbeddedPostgres,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import pino from "pino";

/** BenchInstallation is the whole product in this process, on a directory of its own. */
export interface BenchInstallation {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly ingestion: Ingestion;
  readonly eventsUrl: string;
  readonly key: string;
  readonly apiUrl: string;
  /** Session token of the administrator. */
  readonly token: string;
  /** ask posts a GraphQL document as the administrator. Throws on errors. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const KEY = buildApiKeySecret("ingest");
const ADMIN = { email: "bench@example.org", password: "bench-password" };

/**
 * openBenchInstallation starts ingest and api on free ports; `fill` runs before they start, and the api asks the engine through `watch`.
 * A directory that is named is kept, and filled only when it is new.
 */
export async function openBenchInstallation(
  fill: (clickhouse: ClickHouse) => Promise<void>,
  {
    watch = (clickhouse) => clickhouse,
    keep,
  }: { watch?: (clickhouse: ClickHouse) => ClickHouse; keep?: string | undefined } = {},
): Promise<BenchInstallation> {
  const directory = keep ?? mkdtempSync(join(tmpdir(), "watchfloor-bench-"));
  const isNew = !existsSync(join(directory, "filled"));
  const now = () => new Date();
  const logger = pino({ level: "warn" });
  const clickhouse = openEmbeddedClickHouse(join(directory, "clickhouse"));
  const postgres = await openEmbeddedPostgres(keep === undefined ? undefined : join(directory, "postgres"));
  await migrateClickHouse(clickhouse, { now: now() });
  await migratePostgres(postgres);
  await bootstrapIdentity({
    postgres,
    tenant: "bench",
    tenantTitle: "Bench",
    adminEmail: ADMIN.email,
    adminPassword: ADMIN.password,
    isDemo: false,
    now: now(),
  });
  await ensureIngestKey(postgres, { tenant: "bench", fixedKey: KEY, now: now() });
  if (isNew) {
    await fill(clickhouse);
    writeFileSync(join(directory, "filled"), "");
  }
  const host = "127.0.0.1";
  const ingestion = await startIngestion({
    host,
    port: 0,
    dataDirectory: directory,
    clickhouse,
    postgres,
    now,
    logger,
    stamps: new PromiseStamper(postgres, now),
  });
  const api = await startApi({
    host,
    port: 0,
    clickhouse: watch(clickhouse),
    postgres,
    now,
    isDemo: false,
    tenant: "bench",
    authSecret: "b".repeat(43),
    webDirectory: undefined,
    logger,
  });
  const signedIn = await post(
    api.url,
    undefined,
    "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }",
    ADMIN,
  );
  const { token } = signedIn["signIn"] as { token: string };
  return {
    clickhouse,
    postgres,
    ingestion,
    eventsUrl: `http://${host}:${ingestion.port ?? 0}/v1/events`,
    key: KEY,
    apiUrl: api.url,
    token,
    ask: (query, variables) => post(api.url, token, query, variables),
    async close() {
      await ingestion.close();
      await api.close();
      await clickhouse.close();
      await postgres.close();
      if (keep === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function post(
  url: string,
  token: string | undefined,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: Record<string, unknown> | null; errors?: unknown };
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
