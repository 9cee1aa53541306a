import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { migratePostgres, openEmbeddedPostgres, schema, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import pino from "pino";
import { bootstrapIdentity } from "../../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../../identity/testing/ask.js";
import { buildAppModule } from "../../../main/build-app-module.js";
import { insertRows } from "../../testing/insert-rows.js";

const now = () => new Date("2026-04-10T12:00:00Z");
const FIRST = { email: "admin@first.test", password: "correct-horse-1" };
const SECOND = { email: "admin@second.test", password: "correct-horse-2" };
const demo = (who: string) => ({ email: `${who}@demo.watchfloor.local`, password: `watch-${who}` });

const RESULT =
  "... on FrozenFigure { id title hash frozenBy result { asOf sql groups { values { metric value } } } } ... on FrozenFigureProblem { code message }";
const FREEZE = `mutation ($title: String!, $query: MetricQueryInput!) { frozen: freezeMetrics(title: $title, query: $query) { ${RESULT} } }`;
const OPEN = `query ($id: ID!) { frozen: frozenFigure(id: $id) { ${RESULT} } }`;
const LIST = "{ frozenFigures { id title metrics from to } }";
const RESTATE =
  "query ($id: ID!) { restated: figureRestatement(id: $id) { ... on FigureRestatement { changeCount changes { metric frozen current difference } current { groups { values { value } } } } ... on FrozenFigureProblem { code } } }";
const query = { metrics: ["runs_finished"], from: "2026-04-01T00:00:00Z", to: "2026-04-08T00:00:00Z" };

interface Frozen {
  readonly id: string;
}

describe("frozen figures over GraphQL", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-frozen-"));
  let clickhouse: ClickHouse;
  let postgres: Postgres;
  let app: NestFastifyApplication;
  let url: string;
  const tokens = new Map<object, string>();
  const people = {
    first: FIRST,
    second: SECOND,
    analyst: demo("analyst"),
    client: demo("client"),
    store: demo("store"),
  };
  type Who = keyof typeof people;

  const askAs = (who: Who, document: string, variables: Record<string, unknown> = {}) =>
    ask(url, document, { headers: { authorization: `Bearer ${tokens.get(people[who]) ?? ""}` }, variables });
  const insertRun = (run: string) =>
    insertRows(clickhouse, "run", [
      {
        ...{ tenant: "first", client: "northmart", workflow: "order", run, outcome: "succeeded", version: 1 },
        ...{ started_at: "2026-04-02 08:00:00.000", finished_at: "2026-04-02 09:00:00.000" },
      },
    ]);

  beforeAll(async () => {
    clickhouse = await openMigratedClickHouse(directory, now());
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    for (const [tenant, { email, password }] of [
      ["first", FIRST],
      ["second", SECOND],
    ] as const) {
      const administrator = { adminEmail: email, adminPassword: password, isDemo: tenant === "first" };
      await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...administrator, now: now() });
      for (const id of ["northmart", "halden"])
        await postgres.db.insert(schema.client).values({ tenant, id, title: id, timeZone: "UTC" });
    }
    await insertRun("1");
    const module = buildAppModule({
      ...{ host: "127.0.0.1", port: 0, clickhouse, postgres, now: () => new Date(), isDemo: true, tenant: "first" },
      ...{ authSecret: "s".repeat(43), webDirectory: undefined, logger: pino({ level: "silent" }) },
    });
    app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
    await app.listen(0, "127.0.0.1");
    url = await app.getUrl();
    for (const who of Object.values(people)) tokens.set(who, (await askToSignIn(url, who)).token);
  }, 90_000);
  afterAll(async () => {
    await app.close();
    await clickhouse.close();
    await postgres.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("are frozen, listed, opened and restated", async () => {
    const frozen = (await askAs("analyst", FREEZE, { title: "April", query })).data?.["frozen"] as Frozen;
    expect(frozen).toMatchObject({
      ...{ title: "April", hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      result: { sql: null, groups: [{ values: [{ metric: "runs_finished", value: 1 }] }] },
    });
    await insertRun("2");
    expect((await askAs("first", OPEN, { id: frozen.id })).data?.["frozen"]).toEqual(frozen);
    expect((await askAs("first", LIST)).data?.["frozenFigures"]).toEqual([
      {
        id: frozen.id,
        title: "April",
        metrics: ["runs_finished"],
        from: "2026-04-01T00:00:00.000Z",
        to: "2026-04-08T00:00:00.000Z",
      },
    ]);
    expect((await askAs("first", RESTATE, { id: frozen.id })).data?.["restated"]).toEqual({
      changeCount: 1,
      changes: [{ metric: "runs_finished", frozen: 1, current: 2, difference: 1 }],
      current: { groups: [{ values: [{ value: 2 }] }] },
    });
  });

  it("of a tenant are shown to nobody of another, nor to whoever sees less, nor without sign-in", async () => {
    const { id } = (await askAs("first", FREEZE, { title: "all", query })).data?.["frozen"] as Frozen;
    for (const who of ["second", "client", "store"] as const) {
      expect((await askAs(who, OPEN, { id })).data?.["frozen"]).toMatchObject({ code: "NOT_FOUND" });
      expect((await askAs(who, RESTATE, { id })).data?.["restated"]).toMatchObject({ code: "NOT_FOUND" });
      expect((await askAs(who, LIST)).data?.["frozenFigures"]).toEqual([]);
    }
    expect((await ask(url, OPEN, { variables: { id } })).code).toBe("UNAUTHENTICATED");
  });

  it("are frozen by those whose word counts, with a title and a question that can be answered", async () => {
    expect((await askAs("client", FREEZE, { title: "x", query })).code).toBe("FORBIDDEN");
    expect((await askAs("store", FREEZE, { title: "x", query })).code).toBe("FORBIDDEN");
    expect((await askAs("first", FREEZE, { title: "", query })).data?.["frozen"]).toMatchObject({ code: "INVALID" });
    const wrong = { ...query, metrics: ["nonsense"] };
    expect((await askAs("first", FREEZE, { title: "x", query: wrong })).data?.["frozen"]).toMatchObject({
      ...{ code: "INVALID", message: expect.stringContaining("nonsense") as string },
    });
  });
});
