import { Writable } from "node:stream";
import {
  createApiKey,
  ensureIngestKey,
  findIngestKey,
  fixedKeyId,
  migratePostgres,
  openEmbeddedPostgres,
  schema,
  type Postgres,
} from "@watchfloor/sql";
import { and, eq } from "drizzle-orm";
import pino from "pino";
import { bootstrapIdentity } from "../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../identity/testing/ask.js";
import { startIdentityServer, type IdentityServer } from "../identity/testing/start-identity-server.js";
import { IngestKeysModule } from "./ingest-keys.module.js";

const KEY =
  "id title clients kinds sources isBackfill eventsPerSecond burst expiresAt previousValidUntil lastUsedAt revokedAt isFixed";
const REFUSED = "... on IngestKeyRefused { reason field message }";
const LIST = `{ ingestKeys { ${KEY} } }`;
const CREATE = `mutation ($input: NewIngestKeyInput!) { answer: createIngestKey(input: $input) { __typename ... on IngestKeySecret { secret key { ${KEY} } } ${REFUSED} } }`;
const ROTATE = `mutation ($id: ID!, $grace: Int!) { answer: rotateIngestKey(id: $id, graceSeconds: $grace) { __typename ... on IngestKeySecret { secret key { ${KEY} } } ${REFUSED} } }`;
const REVOKE = `mutation ($id: ID!) { answer: revokeIngestKey(id: $id) { __typename ... on IngestKeyRevoked { key { ${KEY} } } ${REFUSED} } }`;

type Answer = Record<string, unknown> & { secret: string; key: { id: string } };

describe("managing ingest keys", () => {
  let postgres: Postgres;
  let server: IdentityServer;
  let log = "";
  const tokens: Record<string, string> = {};
  const now = () => new Date();

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    const logger = pino(
      new Writable({ write: (chunk: Buffer, _encoding, done) => ((log += chunk.toString()), done()) }),
    );
    const options = { postgres, authSecret: "s".repeat(43), tenant: "t1", isDemo: false, now };
    server = await startIdentityServer(options, [IngestKeysModule.register({ postgres, now, logger })]);
    for (const tenant of ["t1", "t2", "t3", "t4", "t5"]) {
      const who = { email: `${tenant}@example.org`, password: "correct horse battery" };
      const admin = { adminEmail: who.email, adminPassword: who.password };
      await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...admin, isDemo: false, now: now() });
      tokens[tenant] = (await askToSignIn(server.url, who)).token;
    }
    const limit = (tenant: string, changes: object) =>
      postgres.db
        .update(schema.grant)
        .set(changes)
        .where(and(eq(schema.grant.tenant, tenant)));
    await limit("t3", { role: "operations" });
    await limit("t4", { scope: { clients: ["a", "b"] } });
    await limit("t5", { scope: { stores: ["0001"] } });
  }, 90_000);
  afterAll(async () => {
    await server.close();
    await postgres.close();
  }, 30_000);

  const run = (who: string, query: string, variables: Record<string, unknown> = {}) =>
    ask(server.url, query, { headers: { authorization: `Bearer ${tokens[who] ?? who}` }, variables });
  const change = async (who: string, query: string, variables: Record<string, unknown>) =>
    (await run(who, query, variables)).data?.["answer"] as Answer;
  const create = (who: string, input: Record<string, unknown> = {}) =>
    change(who, CREATE, { input: { title: "till", ...input } });
  const list = async (who: string) => (await run(who, LIST)).data?.["ingestKeys"] as { id: string }[];

  it("makes a key as it was asked for and shows its secret once", async () => {
    const limits = {
      clients: ["northmart"],
      kinds: ["run.started"],
      sources: ["pos"],
      isBackfill: true,
      eventsPerSecond: 50,
      expiresAt: "2999-01-01T00:00:00.000Z",
    };
    const { __typename, secret, key } = await create("t1", limits);
    expect([__typename, secret.slice(0, 4)]).toEqual(["IngestKeySecret", "wfi_"]);
    expect(key).toMatchObject({
      ...limits,
      title: "till",
      burst: 500,
      revokedAt: null,
      lastUsedAt: null,
      isFixed: false,
    });
    expect(await findIngestKey(postgres, secret, now())).toMatchObject({ id: key.id, tenant: "t1", sources: ["pos"] });
    expect(await list("t1")).toContainEqual(key);
    expect(JSON.stringify(await list("t1"))).not.toContain(secret);
    expect(log).toContain(key.id);
    expect(log).not.toContain(secret);
  });

  it("says what is wrong with one that cannot be made", async () => {
    expect(await create("t1", { kinds: ["run.strated"] })).toMatchObject({
      __typename: "IngestKeyRefused",
      reason: "INVALID",
      field: "kinds",
    });
    expect((await run("t1", CREATE, { input: { title: "x", eventsPerSecond: 2 ** 40 } })).code).toBe("BAD_USER_INPUT");
  });

  it("rotates a key with a grace period, and ends it", async () => {
    const made = await create("t1");
    const { id } = made.key;
    const rotated = await change("t1", ROTATE, { id, grace: 60 });
    expect(rotated.__typename).toBe("IngestKeySecret");
    expect(await findIngestKey(postgres, made.secret, now())).toMatchObject({ id });
    expect(await findIngestKey(postgres, rotated.secret, now())).toMatchObject({ id });
    expect(await change("t1", ROTATE, { id, grace: -1 })).toMatchObject({ reason: "INVALID", field: "graceSeconds" });
    expect(await change("t1", REVOKE, { id })).toMatchObject({ __typename: "IngestKeyRevoked", key: { id } });
    for (const secret of [made.secret, rotated.secret])
      expect(await findIngestKey(postgres, secret, now())).toBeUndefined();
    expect(await change("t1", REVOKE, { id })).toMatchObject({ reason: "ENDED" });
    expect(await change("t1", ROTATE, { id, grace: 60 })).toMatchObject({ reason: "ENDED" });
  });

  it("leaves the secret of the settings to the settings", async () => {
    await ensureIngestKey(postgres, { tenant: "t1", fixedKey: "wfi_fixed", now: now() });
    const id = fixedKeyId("t1");
    expect(await list("t1")).toContainEqual(expect.objectContaining({ id, isFixed: true }));
    expect(await change("t1", ROTATE, { id, grace: 60 })).toMatchObject({ reason: "FIXED_BY_SETTINGS" });
    expect(await findIngestKey(postgres, "wfi_fixed", now())).toMatchObject({ id });
  });

  it("keeps another tenant's keys out of reach, of every verb", async () => {
    const { secret, key } = await create("t1");
    expect(await list("t2")).toEqual([]);
    expect(await change("t2", ROTATE, { id: key.id, grace: 0 })).toMatchObject({ reason: "NOT_FOUND" });
    expect(await change("t2", REVOKE, { id: key.id })).toMatchObject({ reason: "NOT_FOUND" });
    expect(await findIngestKey(postgres, secret, now())).toMatchObject({
      id: key.id,
      tenant: "t1",
      validUntil: undefined,
    });
    const theirs = await create("t2");
    expect(await findIngestKey(postgres, theirs.secret, now())).toMatchObject({ tenant: "t2" });
    expect((await list("t1")).map(({ id }) => id)).not.toContain(theirs.key.id);
  });

  it("is for administrators of whole tenants or clients", async () => {
    const read = await createApiKey(postgres, { kind: "read", tenant: "t1", title: "script", scope: {} }, now());
    const { key } = await create("t1");
    for (const who of ["t3", "t5", read.secret]) {
      expect((await run(who, LIST)).code).toBe("FORBIDDEN");
      expect((await run(who, CREATE, { input: { title: "x" } })).code).toBe("FORBIDDEN");
      expect((await run(who, ROTATE, { id: key.id, grace: 0 })).code).toBe("FORBIDDEN");
      expect((await run(who, REVOKE, { id: key.id })).code).toBe("FORBIDDEN");
    }
    expect((await run("nobody", LIST)).code).toBe("UNAUTHENTICATED");
    expect((await change("t1", REVOKE, { id: read.id })).reason).toBe("NOT_FOUND");
  });

  it("of some clients reaches the keys of these clients only", async () => {
    const wide = await createApiKey(postgres, { kind: "ingest", tenant: "t4", title: "wide" }, now());
    const other = await createApiKey(
      postgres,
      { kind: "ingest", tenant: "t4", title: "other", clients: ["a", "c"] },
      now(),
    );
    const own = await create("t4", { clients: ["a"] });
    expect((await list("t4")).map(({ id }) => id)).toEqual([own.key.id]);
    expect(await create("t4")).toMatchObject({ reason: "INVALID", field: "clients" });
    for (const { id } of [wide, other]) {
      expect(await change("t4", ROTATE, { id, grace: 0 })).toMatchObject({ reason: "NOT_FOUND" });
      expect(await change("t4", REVOKE, { id })).toMatchObject({ reason: "NOT_FOUND" });
    }
    expect(await findIngestKey(postgres, wide.secret, now())).toBeDefined();
  });
});
