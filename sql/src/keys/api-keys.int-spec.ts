import { eq } from "drizzle-orm";
import {
  createApiKey,
  ensureIngestKey,
  findIngestKey,
  findReadKey,
  hashApiKey,
  listApiKeys,
  migratePostgres,
  openEmbeddedPostgres,
  openServedPostgres,
  revokeApiKey,
  schema,
  type Postgres,
} from "../index.js";
import { startPostgresServer, type PostgresServer } from "../postgres/testing/start-postgres-server.js";

const now = new Date("2026-06-01T08:00:00Z");

describe("api keys", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
  }, 30_000);
  afterAll(() => postgres.close());

  it("keep only the hash of a key of at least 192 bits", async () => {
    const { id, secret } = await createApiKey(postgres, { kind: "ingest", tenant: "hashes", title: "till" }, now);
    expect(secret).toMatch(/^wfi_[A-Za-z0-9_-]{32}$/);
    const [row] = await postgres.db.select().from(schema.apiKey).where(eq(schema.apiKey.id, id));
    expect(row?.secretHash).toBe(hashApiKey(secret));
    expect(JSON.stringify(row)).not.toContain(secret.slice(4));
  });

  it("say what an ingest key allows", async () => {
    const limited = {
      kind: "ingest",
      tenant: "a",
      title: "one client",
      clients: ["northmart"],
      kinds: ["run.started"],
      isBackfill: true,
    } as const;
    const { id, secret } = await createApiKey(postgres, limited, now);
    expect(await findIngestKey(postgres, secret)).toEqual({
      id,
      tenant: "a",
      clients: ["northmart"],
      kinds: ["run.started"],
      isBackfill: true,
    });
    const open = await createApiKey(postgres, { kind: "ingest", tenant: "a", title: "all" }, now);
    expect(await findIngestKey(postgres, open.secret)).toEqual({
      id: open.id,
      tenant: "a",
      clients: undefined,
      kinds: undefined,
      isBackfill: false,
    });
  });

  it("refuse to send with a read key, to ask with an ingest key, and anything unknown", async () => {
    const read = await createApiKey(
      postgres,
      { kind: "read", tenant: "a", title: "script", scope: { clients: ["northmart"] } },
      now,
    );
    const ingest = await createApiKey(postgres, { kind: "ingest", tenant: "a", title: "till" }, now);
    expect(read.secret).toMatch(/^wfr_/);
    expect(await findReadKey(postgres, read.secret)).toEqual({
      id: read.id,
      tenant: "a",
      title: "script",
      scope: { clients: ["northmart"] },
    });
    expect(await findIngestKey(postgres, read.secret)).toBeUndefined();
    expect(await findReadKey(postgres, ingest.secret)).toBeUndefined();
    expect(await findIngestKey(postgres, `${ingest.secret}x`)).toBeUndefined();
    expect(await findReadKey(postgres, "")).toBeUndefined();
  });

  it("end a key at once, only for its own tenant, once", async () => {
    const { id, secret } = await createApiKey(postgres, { kind: "ingest", tenant: "owner", title: "till" }, now);
    expect(await revokeApiKey(postgres, "stranger", id, now)).toBe(false);
    expect(await findIngestKey(postgres, secret)).toBeDefined();
    expect(await revokeApiKey(postgres, "owner", id, now)).toBe(true);
    expect(await findIngestKey(postgres, secret)).toBeUndefined();
    expect(await revokeApiKey(postgres, "owner", id, now)).toBe(false);
    expect(await listApiKeys(postgres, "owner")).toEqual([
      { id, kind: "ingest", title: "till", createdAt: now, revokedAt: now },
    ]);
    expect(await listApiKeys(postgres, "stranger")).toEqual([]);
  });
});

describe("the ingest key of a first start", () => {
  let server: PostgresServer;
  const opened: Postgres[] = [];
  async function open(url: string): Promise<Postgres> {
    const postgres = await openServedPostgres(url);
    opened.push(postgres);
    return postgres;
  }

  beforeAll(async () => {
    server = await startPostgresServer();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(opened.map((postgres) => postgres.close()));
    await server.stop();
  }, 30_000);

  it("is made once, by one of the processes that start together, and can be shown only then", async () => {
    const url = await server.createDatabase();
    const processes = await Promise.all([open(url), open(url), open(url)]);
    await Promise.all(processes.map((postgres) => migratePostgres(postgres)));
    const answers = await Promise.all(processes.map((postgres) => ensureIngestKey(postgres, { tenant: "a", now })));
    const made = answers.filter((answer) => answer.isNew);
    expect(made).toHaveLength(1);
    expect(answers.filter((answer) => answer.key !== undefined)).toEqual(made);
    const [postgres] = processes;
    if (postgres === undefined) throw new Error("no process");
    expect(await findIngestKey(postgres, made[0]?.key ?? "")).toMatchObject({ tenant: "a", isBackfill: false });
    expect(await ensureIngestKey(postgres, { tenant: "a", now })).toEqual({ key: undefined, isNew: false });
    expect((await ensureIngestKey(postgres, { tenant: "b", now })).isNew).toBe(true);
  });

  it("is the fixed one when the settings give one; a changed one replaces it", async () => {
    const url = await server.createDatabase();
    const processes = await Promise.all([open(url), open(url)]);
    await Promise.all(processes.map((postgres) => migratePostgres(postgres)));
    const [postgres] = processes;
    if (postgres === undefined) throw new Error("no process");
    for (const answer of await Promise.all(
      processes.map((each) => ensureIngestKey(each, { tenant: "a", fixedKey: "fixed-1", now })),
    )) {
      expect(answer.key).toBe("fixed-1");
    }
    expect(await ensureIngestKey(postgres, { tenant: "a", fixedKey: "fixed-1", now })).toEqual({
      key: "fixed-1",
      isNew: false,
    });
    expect(await findIngestKey(postgres, "fixed-1")).toMatchObject({ tenant: "a" });
    expect(await ensureIngestKey(postgres, { tenant: "a", fixedKey: "fixed-2", now })).toEqual({
      key: "fixed-2",
      isNew: true,
    });
    expect(await findIngestKey(postgres, "fixed-1")).toBeUndefined();
    expect(await findIngestKey(postgres, "fixed-2")).toMatchObject({ tenant: "a" });
    await expect(ensureIngestKey(postgres, { tenant: "b", fixedKey: "fixed-2", now })).rejects.toThrow(
      "another tenant",
    );
    const [key] = await listApiKeys(postgres, "a");
    await revokeApiKey(postgres, "a", key?.id ?? "", now);
    await expect(ensureIngestKey(postgres, { tenant: "a", fixedKey: "fixed-2", now })).rejects.toThrow("revoked");
  });
});
