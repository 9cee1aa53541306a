import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import {
  claimReplay,
  createApiKey,
  MAX_ACTIVE_REPLAYS,
  migratePostgres,
  openEmbeddedPostgres,
  schema,
  seedRegistry,
  updateClaimedReplay,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { eq } from "drizzle-orm";
import pino from "pino";
import { bootstrapIdentity } from "../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../identity/testing/ask.js";
import type { Role } from "../scope/role.js";
import { buildAppModule } from "../main/build-app-module.js";

const NOW = new Date("2026-06-03T12:00:00Z");
const tokens: Record<string, string> = {};
let log = "";
let directory: string;
let clickhouse: ClickHouse;
let postgres: Postgres;
let app: NestFastifyApplication;
let url: string;

const PEOPLE: readonly [name: string, tenant: string, role: Role, scope: Record<string, string[]>][] = [
  ["admin", "t1", "administrator", {}],
  ["other", "t2", "administrator", {}],
  ["ofClient", "t3", "administrator", { clients: ["c1"] }],
  ["ofStore", "t4", "administrator", { stores: ["s1"] }],
  ["operations", "t5", "operations", {}],
  ["viewer", "t6", "viewer", {}],
  ["operationsOfStore", "t7", "operations", { stores: ["c1/s1"] }],
];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "watchfloor-replays-"));
  clickhouse = await openMigratedClickHouse(directory, NOW);
  postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  const logger = pino(new Writable({ write: (chunk: Buffer, _encoding, done) => ((log += chunk.toString()), done()) }));
  const module = buildAppModule({
    ...{ host: "127.0.0.1", port: 0, clickhouse, postgres, now: () => new Date(), isDemo: false, tenant: "t1" },
    ...{ authSecret: "s".repeat(43), secretBox: undefined, webDirectory: undefined, logger },
  });
  for (const [, tenant] of PEOPLE) {
    const adminEmail = `${tenant}@example.org`;
    const person = { adminEmail, adminPassword: "correct horse battery" };
    await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...person, isDemo: false, now: NOW });
    const stores = [{ client: "c1", id: "s1", title: "s1", region: "" }];
    await seedRegistry(postgres, tenant, { clients: [{ id: "c1", title: "c1" }], stores }, NOW);
  }
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.listen(0, "127.0.0.1");
  url = await app.getUrl();
  for (const [name, tenant, role, scope] of PEOPLE) {
    await postgres.db.update(schema.grant).set({ role, scope }).where(eq(schema.grant.tenant, tenant));
    const who = { email: `${tenant}@example.org`, password: "correct horse battery" };
    tokens[name] = (await askToSignIn(url, who)).token;
  }
  const read = await createApiKey(postgres, { kind: "read", tenant: "t1", title: "read", scope: {} }, NOW);
  tokens["readKey"] = read.secret;
}, 120_000);
afterAll(async () => {
  await app.close();
  await clickhouse.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
}, 30_000);

const askAs = (who: string, query: string, variables: Record<string, unknown> = {}) =>
  ask(url, query, { headers: who === "" ? {} : { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
const REPLAY =
  "id what by from to clients sources reasons isBackfill state requestedAt startedAt endedAt read accepted duplicates rejected error";
const REFUSED = "... on ReplayRefused { reason field message }";
const START = `mutation ($input: StartReplayInput!) { answer: startReplay(input: $input) { __typename ... on ReplayRequested { replay { ${REPLAY} } } ${REFUSED} } }`;
const CANCEL = `mutation ($id: ID!) { answer: cancelReplay(id: $id) { __typename ... on ReplayCancelled { replay { ${REPLAY} } } ${REFUSED} } }`;
const LIST = `{ replays { ${REPLAY} } }`;
type Answered = Record<string, unknown> & { readonly replay: { readonly id: string } };
const change = async (who: string, query: string, variables: Record<string, unknown>) =>
  (await askAs(who, query, variables)).data?.["answer"] as Answered;
const start = (who: string, input: Record<string, unknown> = { what: "REJECTED" }) => change(who, START, { input });
const list = async (who: string) => (await askAs(who, LIST)).data?.["replays"] as { id: string; state: string }[];
const range = { what: "RANGE", from: "2026-06-01T00:00:00.000Z", to: "2026-06-02T00:00:00.000Z" };

describe("replays over GraphQL", () => {
  it("are begun, shown and cancelled by an administrator, and told in the log", async () => {
    const wish = { clients: ["c1"], sources: ["shop"], reasons: ["MAPPING_FAILED"], isBackfill: true };
    const { __typename, replay } = await start("admin", { what: "REJECTED", ...wish });
    const fresh = { state: "QUEUED", startedAt: null, endedAt: null, read: 0, accepted: 0, error: null };
    expect([__typename, replay]).toEqual([
      "ReplayRequested",
      expect.objectContaining({ ...wish, ...fresh, what: "REJECTED", by: "RECEIVED_AT", from: null, to: null }),
    ]);
    expect((await start("admin", range)).replay).toMatchObject({ ...range, by: "EVENT_TIME", clients: null });
    const id = replay.id;
    const claim = { tenant: "t1", worker: "w", id };
    await claimReplay(postgres, { worker: "w", leaseMs: 60_000 }, new Date());
    await updateClaimedReplay(postgres, claim, { read: 5_000_000_000, accepted: 7 });
    expect(await list("admin")).toContainEqual(expect.objectContaining({ id, state: "RUNNING", read: 5_000_000_000 }));
    const ended = await change("admin", CANCEL, { id });
    expect(ended).toMatchObject({ __typename: "ReplayCancelled", replay: { id, state: "CANCELLED", accepted: 7 } });
    expect(await change("admin", CANCEL, { id })).toMatchObject({ reason: "ENDED", field: "id" });
    expect(log).toContain("replay requested");
    expect(log).toContain("replay cancelled");
  });

  it("are refused with what is wrong", async () => {
    expect(await start("admin", { what: "RANGE" })).toMatchObject({
      __typename: "ReplayRefused",
      reason: "INVALID",
      field: "from",
    });
    expect(await change("admin", CANCEL, { id: "none" })).toMatchObject({ reason: "NOT_FOUND" });
    expect((await askAs("admin", START, { input: { what: "ALL" } })).code).toBe("BAD_USER_INPUT");
    const answers = [];
    for (let index = 0; index <= MAX_ACTIVE_REPLAYS; index += 1) answers.push(await start("other"));
    expect(answers.at(-2)).toMatchObject({ __typename: "ReplayRequested" });
    expect(answers.at(-1)).toMatchObject({ reason: "TOO_MANY", field: null });
  });

  it("belong to the tenant of whoever asks", async () => {
    const { replay } = await start("admin");
    expect((await list("other")).map(({ id }) => id)).not.toContain(replay.id);
    expect(await change("other", CANCEL, { id: replay.id })).toMatchObject({ reason: "NOT_FOUND" });
    expect(await list("admin")).toContainEqual(expect.objectContaining({ id: replay.id, state: "QUEUED" }));
  });

  it("of an administrator who is limited to clients stay within them", async () => {
    expect((await start("ofClient")).replay).toMatchObject({ clients: ["c1"] });
    expect(await start("ofClient", { ...range, clients: ["c2"] })).toMatchObject({
      reason: "NOT_FOUND",
      field: "clients",
    });
    const all = { ...range, tenant: "t3", what: "range", by: "event_time", from: NOW, to: NOW } as const;
    const rest = {
      clients: null,
      sources: null,
      reasons: null,
      isBackfill: false,
      requestedBy: "p",
      state: "queued",
    } as const;
    await postgres.db
      .insert(schema.replay)
      .values({ id: "whole", ...all, ...rest, requestedAt: NOW, waitingSince: NOW });
    expect((await list("ofClient")).map(({ id }) => id)).not.toContain("whole");
    expect(await change("ofClient", CANCEL, { id: "whole" })).toMatchObject({ reason: "NOT_FOUND" });
  });

  it.each([
    ["ofStore", "FORBIDDEN"],
    ["operations", "FORBIDDEN"],
    ["viewer", "FORBIDDEN"],
    ["readKey", "FORBIDDEN"],
    ["", "UNAUTHENTICATED"],
  ])("are not for %p", async (who, code) => {
    expect((await askAs(who, LIST)).code).toBe(code);
    expect((await askAs(who, START, { input: { what: "REJECTED" } })).code).toBe(code);
    expect((await askAs(who, CANCEL, { id: "whole" })).code).toBe(code);
  });
});

const REJECTED = `query ($filter: RejectedEventFilterInput, $first: Int, $after: String) { page: rejectedEvents(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } nodes { request position receivedAt reason field detail client source store id time sentBy payload payloadBytes } } }`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly nodes: readonly Record<string, unknown>[];
}

const FILTER = { from: "2026-06-01T00:00:00Z", to: "2026-06-04T00:00:00Z" };
const page = async (who: string, variables: Record<string, unknown> = {}) =>
  (await askAs(who, REJECTED, { filter: FILTER, ...variables })).data?.["page"] as Page;

describe("refused events over GraphQL", () => {
  const insert = async (tenant: string, rows: readonly Record<string, string | number>[]) => {
    const row = (given: Record<string, string | number>) => ({
      ...{
        tenant,
        received_at: "2026-06-03 11:00:00.000",
        request: "r",
        position: 0,
        source: "shop",
        id: "i",
        reason: "mapping_failed",
      },
      ...{
        field: "time",
        detail: "no instant",
        payload: '{"a":1}',
        client: "c1",
        store: "",
        sent_by: "webhook:shop",
        replayed_at: "\\N",
      },
      ...given,
    });
    const filled = rows.map(row);
    const columns = Object.keys(row({}));
    const lines = filled.map((one) => columns.map((name) => (one as Record<string, unknown>)[name]).join("\t"));
    await clickhouse.insert({ table: "rejected_event", columns, body: Buffer.from(`${lines.join("\n")}\n`) });
  };
  beforeAll(async () => {
    const many = Array.from({ length: 7 }, (_, position) => ({
      position,
      received_at: `2026-06-03 10:0${position % 2}:00.000`,
    }));
    await insert("t1", [
      ...many,
      { request: "done", replayed_at: "2026-06-03 11:30:00.000" },
      { request: "old", received_at: "2026-05-31 23:59:59.999" },
      {
        request: "big",
        payload: "ü".repeat(70_000),
        reason: "too_long",
        client: "c2",
        received_at: "2026-06-03 09:00:00.000",
      },
    ]);
    for (const tenant of ["t2", "t3", "t5", "t6", "t7"])
      await insert(tenant, [
        { request: "nobody", client: "" },
        { request: "second", client: "c2" },
        { request: "inStore", store: "s1" },
        { request: "elsewhere", store: "s2" },
      ]);
  });

  it("are paged, the newest first, each once, without those that were replayed", async () => {
    const found: Record<string, unknown>[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const { nodes, pageInfo, totalCount }: Page = await page("admin", { first: 3, after });
      expect(totalCount).toBe(8);
      found.push(...nodes);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(found.map(({ request, position }) => `${String(request)}${String(position)}`)).toEqual([
      "r1",
      "r3",
      "r5",
      "r0",
      "r2",
      "r4",
      "r6",
      "big0",
    ]);
    expect(found[0]).toEqual({
      ...{ request: "r", position: 1, receivedAt: "2026-06-03T10:01:00.000Z", reason: "MAPPING_FAILED", field: "time" },
      ...{
        detail: "no instant",
        client: "c1",
        source: "shop",
        store: null,
        id: "i",
        time: null,
        sentBy: "webhook:shop",
      },
      ...{ payload: '{"a":1}', payloadBytes: 7 },
    });
    expect(found.at(-1)).toMatchObject({ payload: "ü".repeat(65_536), payloadBytes: 140_000 });
  });

  it("are chosen by reason, client and source", async () => {
    expect((await page("admin", { filter: { ...FILTER, reasons: ["TOO_LONG"] } })).nodes).toHaveLength(1);
    expect((await page("admin", { filter: { ...FILTER, scope: { clients: ["c1"] } } })).totalCount).toBe(7);
    expect((await page("admin", { filter: { ...FILTER, scope: { sources: ["none"] } } })).totalCount).toBe(0);
    expect((await page("ofStore")).nodes).toEqual([]);
  });

  it.each([
    ["other", ["elsewhere", "inStore", "nobody", "second"], true],
    ["ofClient", ["elsewhere", "inStore"], true],
    ["operations", ["elsewhere", "inStore", "nobody", "second"], true],
    ["viewer", ["elsewhere", "inStore", "nobody", "second"], false],
    ["operationsOfStore", ["inStore"], false],
  ])("are those of the scope of %s: %j, with payload: %s", async (who, expected, hasPayload) => {
    const { nodes, totalCount } = await page(who);
    expect(nodes.map(({ request }) => request).sort()).toEqual(expected);
    expect(totalCount).toBe(expected.length);
    expect(new Set(nodes.map(({ payload }) => payload))).toEqual(new Set([hasPayload ? '{"a":1}' : null]));
  });

  it.each([{ first: 0 }, { after: "x" }, { filter: { ...FILTER, to: FILTER.from } }])(
    "refuse %j",
    async (variables) => {
      expect((await askAs("admin", REJECTED, { filter: FILTER, ...variables })).code).toBe("BAD_USER_INPUT");
    },
  );

  it("come 200 at a time at most", async () => {
    expect((await page("admin", { first: 200 })).nodes).toHaveLength(8);
    const { code } = await askAs("admin", "{ rejectedEvents(first: 201) { pageInfo { hasNextPage } } }");
    expect(code).toBe("BAD_USER_INPUT");
  });

  it("are not for strangers", async () => {
    expect((await askAs("", REJECTED)).code).toBe("UNAUTHENTICATED");
  });
});
