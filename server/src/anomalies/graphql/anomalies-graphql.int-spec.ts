import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import {
  migratePostgres,
  openEmbeddedPostgres,
  schema,
  seedRegistry,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { eq } from "drizzle-orm";
import pino from "pino";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { buildAppModule } from "../../main/build-app-module.js";
import type { Role } from "../../scope/role.js";
import { AnomalyWriterRepository } from "../scoring/anomaly-writer.repository.js";
import type { AnomalyRecord } from "../scoring/anomaly-record.js";
import { ScoringProgressRepository } from "../scoring/scoring-progress.repository.js";
import { buildSeriesKey } from "../scoring/series-key.js";

const NOW = new Date("2026-06-03T12:00:00Z");
const tokens: Record<string, string> = {};
let directory: string;
let clickhouse: ClickHouse;
let postgres: Postgres;
let app: NestFastifyApplication;
let url: string;

const PEOPLE: readonly [name: string, tenant: string, role: Role, scope: Record<string, string[]>][] = [
  ["admin", "t1", "administrator", {}],
  ["other", "t2", "administrator", {}],
  ["adminOfStore", "t3", "administrator", { stores: ["s1"] }],
  ["operations", "t4", "operations", {}],
  ["viewer", "t5", "viewer", {}],
];

/** Hourly anomalies of a client, one of a store; ids tell tenants apart. */
function buildRecords(tenant: string): AnomalyRecord[] {
  return Array.from({ length: 5 }, (_, number): AnomalyRecord => {
    const startedAt = new Date(NOW.getTime() - (number + 1) * 3_600_000);
    const store = number === 0 ? "s1" : null;
    return {
      ...{ id: `${tenant}-${number}`, class: "workflow/runs_finished", metric: "runs_finished", kind: "sudden" },
      key: buildSeriesKey([
        { dimension: "CLIENT", id: "c1" },
        ...(store === null ? [{ dimension: "WORKFLOW", id: "order" }] : [{ dimension: "STORE", id: store }]),
      ]),
      ...{ severity: number === 1 ? "HIGH" : "LOW", startedAt, peakAt: startedAt, score: 9, threshold: 8.3 },
      endedAt: number === 2 ? null : new Date(startedAt.getTime() + 1_800_000),
      ...{ value: 0, expectedLow: 20, expectedHigh: 40, numerator: 0, denominator: null, text: "runs finished 0" },
    };
  });
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "watchfloor-anomalies-"));
  clickhouse = await openMigratedClickHouse(directory, NOW);
  postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  const module = buildAppModule({
    ...{ host: "127.0.0.1", port: 0, clickhouse, postgres, now: () => new Date(), isDemo: false, tenant: "t1" },
    ...{ authSecret: "s".repeat(43), secretBox: undefined, webDirectory: undefined, logger: pino({ level: "silent" }) },
  });
  for (const [, tenant] of PEOPLE) {
    const person = { adminEmail: `${tenant}@example.org`, adminPassword: "correct horse battery" };
    await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...person, isDemo: false, now: NOW });
    const stores = ["s1", "s2"].map((id) => ({ client: "c1", id, title: id, region: "" }));
    await seedRegistry(postgres, tenant, { clients: [{ id: "c1", title: "c1" }], stores }, NOW);
    await new AnomalyWriterRepository(clickhouse).writeAnomalies(tenant, buildRecords(tenant), 1);
  }
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.listen(0, "127.0.0.1");
  url = await app.getUrl();
  for (const [name, tenant, role, scope] of PEOPLE) {
    await postgres.db.update(schema.grant).set({ role, scope }).where(eq(schema.grant.tenant, tenant));
    const who = { email: `${tenant}@example.org`, password: "correct horse battery" };
    tokens[name] = (await askToSignIn(url, who)).token;
  }
}, 120_000);
afterAll(async () => {
  await app.close();
  await clickhouse.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
}, 30_000);

const askAs = (who: string, query: string, variables: Record<string, unknown> = {}) =>
  ask(url, query, { headers: who === "" ? {} : { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
const RANGE = { from: "2026-06-01T00:00:00.000Z", to: "2026-06-04T00:00:00.000Z" };
const LIST = `query ($filter: AnomalyFilterInput!, $first: Int, $after: String) { anomalies(filter: $filter, first: $first, after: $after) {
  nodes { id state severity kind store workflow text expectedLow } pageInfo { endCursor hasNextPage } totalCount } }`;
const CLASSES = "{ anomalyClasses { id listPerWeek notifyPerWeek listThreshold reachedListPerWeek seriesWeeks } }";
const SET = `mutation ($id: ID!, $list: Float!, $notify: Float!) { answer: setAnomalyBudget(class: $id, listPerWeek: $list, notifyPerWeek: $notify) {
  __typename ... on AnomalyClass { id listPerWeek notifyPerWeek } ... on AnomalyBudgetProblem { code message } } }`;
interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}
const list = async (who: string, filter: Record<string, unknown> = {}, more: Record<string, unknown> = {}) =>
  (await askAs(who, LIST, { filter: { ...RANGE, ...filter }, ...more })).data?.["anomalies"] as Page;
const ids = ({ nodes }: Page) => nodes.map(({ id }) => id);

describe("anomalies over GraphQL", () => {
  it("are paged, newest first, each once, and counted", async () => {
    const first = await list("admin", {}, { first: 2 });
    expect(ids(first)).toEqual(["t1-0", "t1-1"]);
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const rest = await list("admin", {}, { first: 10, after: first.pageInfo.endCursor });
    expect(ids(rest)).toEqual(["t1-2", "t1-3", "t1-4"]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it("are filtered by state, severity, metric, scope and range", async () => {
    expect(ids(await list("admin", { states: ["OPEN"] }))).toEqual(["t1-2"]);
    expect(ids(await list("admin", { minSeverity: "MEDIUM" }))).toEqual(["t1-1"]);
    expect(ids(await list("admin", { metrics: ["failure_rate"] }))).toEqual([]);
    expect(ids(await list("admin", { scope: { stores: ["c1/s1"] } }))).toEqual(["t1-0"]);
    expect(ids(await list("admin", { scope: { clients: ["c9"] } }))).toEqual([]);
    const before = { from: "2026-06-03T07:40:00.000Z", to: "2026-06-03T08:10:00.000Z" };
    expect(ids(await list("admin", before))).toEqual(["t1-3"]);
    const later = { from: "2026-06-03T11:40:00.000Z", to: "2026-06-03T12:00:00.000Z" };
    expect(ids(await list("admin", later))).toEqual(["t1-2"]);
  });

  it.each([
    [{ first: 0 }, "first"],
    [{ first: 201 }, "first"],
    [{ after: "nothing" }, "after"],
    [{ filter: { from: RANGE.to, to: RANGE.from } }, "filter.from"],
    [{ filter: { ...RANGE, metrics: ["nothing"] } }, "filter.metrics"],
    [{ filter: { ...RANGE, scope: { outcomes: ["FAILED"] } } }, "filter.scope.outcomes"],
  ])("of %j are refused with the field at fault", async (variables, field) => {
    const answer = await askAs("admin", LIST, { filter: RANGE, ...variables });
    expect([answer.code, answer.extensions?.["field"]]).toEqual(["BAD_USER_INPUT", field]);
  });

  it("are those of the tenant and scope of whoever asks", async () => {
    expect(ids(await list("other"))).toEqual([0, 1, 2, 3, 4].map((number) => `t2-${number}`));
    const ofStore = await list("adminOfStore");
    expect(ids(ofStore)).toEqual(["t3-0"]);
    expect(ofStore.totalCount).toBe(1);
    expect((await askAs("", LIST, { filter: RANGE })).code).toBe("UNAUTHENTICATED");
  });
});

describe("anomaly budgets over GraphQL", () => {
  const id = "workflow/runs_finished";
  const set = (who: string, list_: number, notify: number, of = id) => askAs(who, SET, { id: of, list: list_, notify });
  const find = async (who: string) =>
    ((await askAs(who, CLASSES)).data?.["anomalyClasses"] as Record<string, unknown>[]).find(
      (each) => each["id"] === id,
    );

  it("are changed by an administrator of the whole tenant, for that tenant alone", async () => {
    expect((await set("admin", 2, 0.5)).data?.["answer"]).toEqual({
      ...{ __typename: "AnomalyClass", id, listPerWeek: 2, notifyPerWeek: 0.5 },
    });
    expect(await find("admin")).toMatchObject({ listPerWeek: 2, notifyPerWeek: 0.5, listThreshold: null });
    expect(await find("other")).toMatchObject({ listPerWeek: 0.5, notifyPerWeek: 0.1 });
  });

  it.each(["adminOfStore", "operations", "viewer"])("are not changed by %s", async (who) => {
    expect((await set(who, 2, 0.5)).code).toBe("FORBIDDEN");
    expect(await find(who)).toMatchObject({ listPerWeek: 0.5 });
  });

  it("are refused with a reason", async () => {
    expect((await set("admin", 9, 1)).data?.["answer"]).toMatchObject({ code: "OUT_OF_RANGE" });
    expect((await set("admin", 1, 2)).data?.["answer"]).toMatchObject({ code: "NOTIFY_ABOVE_LIST" });
    expect((await set("admin", 1, 1, "a/b")).data?.["answer"]).toMatchObject({ code: "UNKNOWN_CLASS" });
    expect((await set("", 1, 1)).code).toBe("UNAUTHENTICATED");
  });

  it("show the rate reached to whoever sees everything", async () => {
    const chosen = { list: 9, notify: 12, isLearned: true, seriesWeeks: 40, listPerWeek: 0.4, notifyPerWeek: 0.1 };
    const progress = new ScoringProgressRepository(postgres);
    for (const tenant of ["t1", "t3"]) await progress.saveThresholds(tenant, NOW, new Map([[id, chosen]]));
    expect(await find("admin")).toMatchObject({ listThreshold: 9, reachedListPerWeek: 0.4, seriesWeeks: 40 });
    expect(await find("adminOfStore")).toMatchObject({ listThreshold: 9, reachedListPerWeek: null, seriesWeeks: null });
    expect(await find("other")).toMatchObject({ listThreshold: null, reachedListPerWeek: null });
  });
});
