import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { migratePostgres, openEmbeddedPostgres, schema, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import pino from "pino";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { buildAppModule } from "../../main/build-app-module.js";

const now = () => new Date();
const people = {
  first: { email: "admin@first.test", password: "correct-horse-1" },
  second: { email: "admin@second.test", password: "correct-horse-2" },
  operations: { email: "operations@demo.watchfloor.local", password: "watch-operations" },
};

let directory: string;
let clickhouse: ClickHouse;
let postgres: Postgres;
let app: NestFastifyApplication;
let url: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "watchfloor-figures-"));
  clickhouse = await openMigratedClickHouse(directory, now());
  postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  for (const tenant of ["first", "second"] as const) {
    const { email: adminEmail, password: adminPassword } = people[tenant];
    const isDemo = tenant === "first";
    await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, adminEmail, adminPassword, isDemo, now: now() });
    await postgres.db.insert(schema.client).values({ tenant, id: "northmart", title: "Northmart", timeZone: "UTC" });
  }
  const module = buildAppModule({
    ...{ host: "127.0.0.1", port: 0, clickhouse, postgres, now, isDemo: true, tenant: "first" },
    ...{ authSecret: "s".repeat(43), webDirectory: undefined, logger: pino({ level: "silent" }) },
  });
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.listen(0, "127.0.0.1");
  url = await app.getUrl();
  for (const [name, who] of Object.entries(people)) tokens[name] = (await askToSignIn(url, who)).token;
}, 90_000);
afterAll(async () => {
  await app.close();
  await clickhouse.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
});

const askAs = (who: string, query: string, variables: Record<string, unknown> = {}) =>
  ask(url, query, { headers: who === "" ? {} : { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
const PROBLEM = "... on FigureSettingProblem { code message }";
const STATE = `mutation ($input: AssumptionInput!) { made: stateAssumption(input: $input) { ... on MetricAssumption { name client low high currency author } ${PROBLEM} } }`;
const RETRACT = `mutation ($name: ID!, $effectiveAt: DateTime!, $client: ID) { made: retractAssumption(name: $name, effectiveAt: $effectiveAt, client: $client) { ... on RemovedFigureSetting { client } ${PROBLEM} } }`;
const SET = `mutation ($input: RetailCalendarInput!) { made: setRetailCalendar(input: $input) { ... on RetailCalendarOf { client firstMonth pattern yearStart } ${PROBLEM} } }`;
const REMOVE = `mutation ($client: ID) { made: removeRetailCalendar(client: $client) { ... on RemovedFigureSetting { client } ${PROBLEM} } }`;
const LIST =
  "{ metricAssumptions { name client low high currency effectiveAt author } retailCalendars { client firstMonth firstWeekday pattern yearStart } }";
const QUARTERS =
  '{ metrics(query: { metrics: ["success_rate", "health_score"], from: "2026-02-01T00:00:00Z", to: "2026-08-02T00:00:00Z", granularity: QUARTER, calendar: RETAIL, timeZone: "UTC", compareTo: SAME_PERIOD_LAST_YEAR, withOthers: true, limit: 1 }) { groups { rank isBelowSample values { value nullReason intervalLow intervalHigh parts { id value weight } series { at } } } others { values { value } } } }';

const made = async (answer: ReturnType<typeof askAs>) => (await answer).data?.["made"];
const input = { name: "value_service_cost", low: 100, high: 120, currency: "EUR", client: "northmart" };
const effectiveAt = "2026-01-01T00:00:00.000Z";
const calendar = { firstMonth: 2, firstWeekday: 7, pattern: "4-5-4" };

describe("what figures are computed with, over GraphQL", () => {
  it("is stated, listed with who stated it, corrected and taken back", async () => {
    const stated = await made(askAs("first", STATE, { input: { ...input, effectiveAt } }));
    expect(stated).toMatchObject({ ...input, author: expect.any(String) as string });
    await made(askAs("first", STATE, { input: { ...input, effectiveAt, low: 90 } }));
    const list = (await askAs("operations", LIST)).data?.["metricAssumptions"] as Record<string, unknown>[];
    expect(list.filter(({ name }) => name === input.name)).toEqual([
      { ...input, low: 90, effectiveAt, author: (stated as { author: string }).author },
    ]);
    expect(list.find(({ name }) => name === "severity_weight_money")).toMatchObject({ low: 0.4, author: null });
    const of = { name: input.name, effectiveAt, client: "northmart" };
    expect(await made(askAs("second", RETRACT, of))).toMatchObject({ code: "NOT_FOUND" });
    expect(await made(askAs("first", RETRACT, of))).toEqual({ client: "northmart" });
    expect(await made(askAs("first", RETRACT, of))).toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    [{ name: "nothing" }, "UNKNOWN_NAME"],
    [{ client: "nobody" }, "UNKNOWN_CLIENT"],
    [{ high: 1 }, "VALUE_OUT_OF_RANGE"],
    [{ currency: null }, "CURRENCY_MISSING"],
  ])("refuses %j with %s", async (more, code) => {
    expect(await made(askAs("first", STATE, { input: { ...input, ...more } }))).toMatchObject({ code });
  });

  it("is of one tenant, and changed by administrators only", async () => {
    await made(askAs("first", STATE, { input }));
    await made(askAs("first", SET, { input: calendar }));
    const theirs = (await askAs("second", LIST)).data as Record<string, { author?: string | null }[]>;
    expect(theirs["retailCalendars"]).toEqual([]);
    expect(theirs["metricAssumptions"]?.filter(({ author }) => author !== null)).toEqual([]);
    for (const [who, code] of [
      ["operations", "FORBIDDEN"],
      ["", "UNAUTHENTICATED"],
    ] as const) {
      expect((await askAs(who, STATE, { input })).code).toBe(code);
      expect((await askAs(who, RETRACT, { name: input.name, effectiveAt })).code).toBe(code);
      expect((await askAs(who, SET, { input: calendar })).code).toBe(code);
      expect((await askAs(who, REMOVE)).code).toBe(code);
    }
  });

  it("gives quarters of the retail calendar once there is one, and says how to get one before", async () => {
    expect((await askAs("second", QUARTERS)).code).toBe("BAD_USER_INPUT");
    expect(await made(askAs("second", SET, { input: { ...calendar, pattern: "4-4-4" } }))).toMatchObject({
      code: "VALUE_OUT_OF_RANGE",
    });
    expect(await made(askAs("second", SET, { input: { ...calendar, client: "northmart" } }))).toEqual({
      ...{ client: "northmart", firstMonth: 2, pattern: "4-5-4", yearStart: "NEAREST" },
    });
    const answer = (await askAs("second", QUARTERS)).data?.["metrics"];
    expect(answer).toMatchObject({
      groups: [
        {
          rank: null,
          isBelowSample: false,
          values: [
            {
              value: null,
              nullReason: "NO_ROWS",
              series: [{ at: "2026-02-01T00:00:00.000Z" }, { at: "2026-05-03T00:00:00.000Z" }],
            },
            { value: null, nullReason: "NO_ROWS", parts: [{ id: "attainment", value: null, weight: 0.4 }, {}, {}, {}] },
          ],
        },
      ],
      others: [],
    });
    expect(await made(askAs("second", REMOVE, { client: "northmart" }))).toEqual({ client: "northmart" });
    expect(await made(askAs("second", REMOVE, { client: "northmart" }))).toMatchObject({ code: "NOT_FOUND" });
  });
});
