import {
  ensureIngestKey,
  ensureTenant,
  migratePostgres,
  openEmbeddedPostgres,
  openSecretBox,
  type ClickHouse,
  type Postgres,
  type SecretBox,
} from "@watchfloor/sql";
import pino from "pino";
import { startIngestion, type Ingestion } from "../start-ingestion.js";
import { openTestStorage } from "./open-test-storage.js";

/** TestReceiver is a whole ingestion service of the tenant `acme` on engines of its own. */
export interface TestReceiver {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly ingestion: Ingestion;
  readonly url: string;
  /** Where mappings of its own may lie. */
  readonly directory: string;
  readonly secretBox: SecretBox;
  /** An ingest key without limits. */
  readonly key: string;
  /** send posts to /v1/events with the key, as JSON unless told. */
  send(
    body: string | Buffer,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;
  close(): Promise<void>;
}

/** openTestReceiver starts ingestion with its HTTP doors on a free port. */
export async function openTestReceiver(options: {
  now: () => Date;
  spoolBytes?: number;
  /** What must stand in Postgres before ingestion starts. */
  prepare?: (postgres: Postgres) => Promise<void>;
}): Promise<TestReceiver> {
  const { now, prepare } = options;
  const storage = await openTestStorage();
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  await ensureTenant(postgres, { id: "acme", title: "Acme", isDemo: false, now: now() });
  const key = (await ensureIngestKey(postgres, { tenant: "acme", now: now() })).key ?? "";
  await prepare?.(postgres);
  const secretBox = openSecretBox("a secret of tests, at least 32 characters");
  const ingestion = await startIngestion({
    host: "127.0.0.1",
    port: 0,
    dataDirectory: storage.directory,
    clickhouse: storage.clickhouse,
    postgres,
    logger: pino({ level: "silent" }),
    secretBox,
    ...options,
  });
  const url = `http://127.0.0.1:${ingestion.port ?? 0}`;
  return {
    clickhouse: storage.clickhouse,
    postgres,
    ingestion,
    url,
    directory: storage.directory,
    secretBox,
    key,
    async send(body, headers = {}) {
      const answer = await fetch(`${url}/v1/events`, {
        method: "POST",
        body: typeof body === "string" ? body : new Uint8Array(body),
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
      });
      return {
        status: answer.status,
        body: (await answer.json()) as Record<string, unknown>,
        headers: answer.headers,
      };
    },
    async close() {
      await ingestion.close();
      await postgres.close();
      await storage.close();
    },
  };
}
