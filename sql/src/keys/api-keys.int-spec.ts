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
  recordKeyUse,
  revokeApiKey,
  rotateApiKey,
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
      sources: ["pos"],
      isBackfill: true,
      rate: { eventsPerSecond: 50, burst: 400 },
      expiresAt: new Date("2026-07-01T00:00:00Z"),
    } as const;
    const { id, secret } = await createApiKey(postgres, limited, now);
    expect(await findIngestKey(postgres, secret, now)).toEqual({
      id,
      tenant: "a",
      clients: ["northmart"],
      kinds: ["run.started"],
      sources: ["pos"],
      isBackfill: true,
      rate: { eventsPerSecond: 50, burst: 400 },
      validUntil: limited.expiresAt,
    });
    const open = await createApiKey(postgres, { kind: "ingest", tenant: "a", title: "all" }, now);
    expect(await findIngestKey(postgres, open.secret, now)).toEqual({
      id: open.id,
      tenant: "a",
      clients: undefined,
      kinds: undefined,
      sources: undefined,
      isBackfill: false,
      rate: undefined,
      validUntil: undefined,
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
    expect(await findReadKey(postgres, read.secret, now)).toEqual({
      id: read.id,
      tenant: "a",
      title: "script",
      scope: { clients: ["northmart"] },
    });
    expect(await findIngestKey(postgres, read.secret, now)).toBeUndefined();
    expect(await findReadKey(postgres, ingest.secret, now)).toBeUndefined();
    expect(await findIngestKey(postgres, `${ingest.secret}x`, now)).toBeUndefined();
    expect(await findReadKey(postgres, "", now)).toBeUndefined();
  });

  it("end a key at once, only for its own tenant, once", async () => {
    const { id, secret } = await createApiKey(postgres, { kind: "ingest", tenant: "owner", title: "till" }, now);
    expect(await revokeApiKey(postgres, "stranger", id, now)).toBe(false);
    expect(await findIngestKey(postgres, secret, now)).toBeDefined();
    expect(await revokeApiKey(postgres, "owner", id, now)).toBe(true);
    expect(await findIngestKey(postgres, secret, now)).toBeUndefined();
    expect(await revokeApiKey(postgres, "owner", id, now)).toBe(false);
    expect(await listApiKeys(postgres, "owner")).toEqual([
      expect.objectContaining({ id, kind: "ingest", title: "till", createdAt: now, revokedAt: now }),
    ]);
    expect(JSON.stringify(await listApiKeys(postgres, "owner"))).not.toContain(hashApiKey(secret));
    expect(await listApiKeys(postgres, "stranger")).toEqual([]);
  });
});

describe("a key over time", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
  }, 30_000);
  afterAll(() => postgres.close());

  const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const create = (more: object = {}) =>
    createApiKey(postgres, { kind: "ingest", tenant: "time", title: "till", ...more }, now);
  const rotate = (id: string, graceSeconds: number, at = now, tenant = "time") =>
    rotateApiKey(postgres, { tenant, id, kind: "ingest", graceSeconds, now: at });

  it("ends at its expiry, to the millisecond", async () => {
    const { id, secret } = await create({ expiresAt: after(10) });
    expect(await findIngestKey(postgres, secret, after(9.999))).toMatchObject({ id, validUntil: after(10) });
    expect(await findIngestKey(postgres, secret, after(10))).toBeUndefined();
    expect(await rotate(id, 60, after(10))).toBeUndefined();
    const read = await createApiKey(postgres, { kind: "read", tenant: "time", title: "script", scope: {} }, now);
    await postgres.db
      .update(schema.apiKey)
      .set({ expiresAt: after(10) })
      .where(eq(schema.apiKey.id, read.id));
    expect(await findReadKey(postgres, read.secret, after(9))).toMatchObject({ id: read.id });
    expect(await findReadKey(postgres, read.secret, after(10))).toBeUndefined();
  });

  it("opens with both secrets until the grace period ends, then with the new one", async () => {
    const { id, secret: old } = await create({ clients: ["northmart"], expiresAt: after(1_000) });
    const rotated = await rotate(id, 60);
    const fresh = rotated?.secret ?? "";
    expect(rotated?.previousValidUntil).toEqual(after(60));
    expect(await findIngestKey(postgres, old, after(59.999))).toMatchObject({ id, validUntil: after(60) });
    expect(await findIngestKey(postgres, fresh, after(59.999))).toMatchObject({ id, validUntil: after(1_000) });
    expect(await findIngestKey(postgres, fresh, now)).toMatchObject({ tenant: "time", clients: ["northmart"] });
    expect(await findIngestKey(postgres, old, after(60))).toBeUndefined();
    expect(await findIngestKey(postgres, fresh, after(60))).toMatchObject({ id });
  });

  it("has two secrets at most, and none after it was revoked", async () => {
    const { id, secret: first } = await create();
    const second = (await rotate(id, 600))?.secret ?? "";
    const third = (await rotate(id, 600))?.secret ?? "";
    expect(await findIngestKey(postgres, first, now)).toBeUndefined();
    expect(await findIngestKey(postgres, second, now)).toMatchObject({ id });
    expect(await findIngestKey(postgres, third, now)).toMatchObject({ id });
    const fourth = (await rotate(id, 0))?.secret ?? "";
    expect(await findIngestKey(postgres, third, now)).toBeUndefined();
    await rotate(id, 600);
    await revokeApiKey(postgres, "time", id, now);
    expect(await findIngestKey(postgres, fourth, now)).toBeUndefined();
    expect(await rotate(id, 60)).toBeUndefined();
  });

  it("is rotated by its own tenant only, and only as the kind it is", async () => {
    const { id, secret } = await create();
    expect(await rotate(id, 60, now, "stranger")).toBeUndefined();
    expect(await rotateApiKey(postgres, { tenant: "time", id, kind: "read", graceSeconds: 60, now })).toBeUndefined();
    expect(await findIngestKey(postgres, secret, now)).toMatchObject({ id, validUntil: undefined });
  });

  it("notes its use once a minute", async () => {
    const { id } = await create();
    const read = async () =>
      (await listApiKeys(postgres, "time")).find((each) => each.id === id)?.lastUsedAt?.toISOString();
    expect(await read()).toBeUndefined();
    await recordKeyUse(postgres, { tenant: "time", id }, now);
    await recordKeyUse(postgres, { tenant: "time", id }, after(59));
    expect(await read()).toBe(now.toISOString());
    await recordKeyUse(postgres, { tenant: "stranger", id }, after(120));
    expect(await read()).toBe(now.toISOString());
    await recordKeyUse(postgres, { tenant: "time", id }, after(61));
    expect(await read()).toBe(after(61).toISOString());
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
    expect(await findIngestKey(postgres, made[0]?.key ?? "", now)).toMatchObject({ tenant: "a", isBackfill: false });
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
    expect(await findIngestKey(postgres, "fixed-1", now)).toMatchObject({ tenant: "a" });
    expect(await ensureIngestKey(postgres, { tenant: "a", fixedKey: "fixed-2", now })).toEqual({
      key: "fixed-2",
      isNew: true,
    });
    expect(await findIngestKey(postgres, "fixed-1", now)).toBeUndefined();
    expect(await findIngestKey(postgres, "fixed-2", now)).toMatchObject({ tenant: "a" });
    await expect(ensureIngestKey(postgres, { tenant: "b", fixedKey: "fixed-2", now })).rejects.toThrow(
      "another tenant",
    );
    const [key] = await listApiKeys(postgres, "a");
    await revokeApiKey(postgres, "a", key?.id ?? "", now);
    await expect(ensureIngestKey(postgres, { tenant: "a", fixedKey: "fixed-2", now })).rejects.toThrow("revoked");
  });
});
