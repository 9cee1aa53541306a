import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import {
  createApiKey,
  migratePostgres,
  openEmbeddedPostgres,
  schema,
  seedRegistry,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { and, eq } from "drizzle-orm";
import pino from "pino";
import { bootstrapIdentity } from "../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../identity/testing/ask.js";
import { buildAppModule } from "../main/build-app-module.js";

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
  directory = mkdtempSync(join(tmpdir(), "watchfloor-promises-"));
  clickhouse = await openMigratedClickHouse(directory, now());
  postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  for (const tenant of ["first", "second"] as const) {
    const { email: adminEmail, password: adminPassword } = people[tenant];
    const isDemo = tenant === "first";
    await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, adminEmail, adminPassword, isDemo, now: now() });
    const calendar = {
      id: "shop",
      title: "Shop",
      timeZone: "Europe/Berlin",
      week: Array.from({ length: 7 }, () => []),
    };
    await seedRegistry(
      postgres,
      tenant,
      {
        calendars: [calendar],
        clients: [
          { id: "halden", title: "H" },
          { id: "north", title: "N" },
        ],
      },
      now(),
    );
  }
  const module = buildAppModule({
    ...{ host: "127.0.0.1", port: 0, clickhouse, postgres, now, isDemo: true, tenant: "first" },
    ...{ authSecret: "s".repeat(43), webDirectory: undefined, logger: pino({ level: "silent" }) },
  });
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.listen(0, "127.0.0.1");
  url = await app.getUrl();
  for (const [name, who] of Object.entries(people)) tokens[name] = (await askToSignIn(url, who)).token;
  const read = await createApiKey(postgres, { kind: "read", tenant: "first", title: "read", scope: {} }, now());
  tokens["readKey"] = read.secret;
}, 90_000);
afterAll(async () => {
  await app.close();
  await clickhouse.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
}, 30_000);

const askAs = (who: string, query: string, variables: Record<string, unknown> = {}) =>
  ask(url, query, { headers: who === "" ? {} : { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
const made = (answer: { data: Record<string, unknown> | null | undefined }) =>
  answer.data?.["made"] as Record<string, unknown>;
const PROBLEM = "... on SlaProblem { code message }";
const POLICY = `{ ... on SlaPolicy { id isInForce newest { version place { client workflow } calendar effectiveUntil } versions { version } } ${PROBLEM} }`;
const SAVE = `mutation ($input: SlaPolicyInput!) { made: saveSlaPolicy(input: $input) ${POLICY} }`;
const RETIRE = `mutation ($id: ID!, $version: Int!) { made: retireSlaPolicy(id: $id, expectedVersion: $version) ${POLICY} }`;
const CORRECTION = `{ ... on Correction { id state author approvedBy revokedBy } ${PROBLEM} }`;
const REQUEST = `mutation ($input: CorrectionInput!) { made: requestCorrection(input: $input) ${CORRECTION} }`;
const DECIDE = (verdict: string) => `mutation ($id: ID!) { made: ${verdict}Correction(id: $id) ${CORRECTION} }`;
const LIST = "{ slaPolicies { id isInForce newest { version } } corrections { id state reason } }";
const save = async (who: string, more: Record<string, unknown> = {}) => {
  const input = { id: "orders", expectedVersion: 0, title: "Orders", limitSeconds: 3_600, target: 0.99, ...more };
  return askAs(who, SAVE, { input });
};
const request = (who: string, more: Record<string, unknown> = {}) =>
  askAs(who, REQUEST, {
    input: { from: "2026-03-01T02:00:00Z", to: "2026-03-01T04:00:00Z", reason: "maintenance", ...more },
  });

describe("SLA policies over GraphQL", () => {
  it("are saved as versions, refuse one that is out of date, and are retired", async () => {
    const first = made(await save("first", { place: { workflow: "order" }, calendar: "shop" }));
    expect(first).toMatchObject({
      id: "orders",
      isInForce: true,
      newest: { version: 1, place: { client: null, workflow: "order" }, calendar: "shop" },
    });
    expect(made(await save("first", { expectedVersion: 0 }))).toMatchObject({ code: "STALE_VERSION" });
    expect(made(await save("first", { expectedVersion: 1 }))).toMatchObject({ newest: { version: 2, calendar: null } });
    const stored = await clickhouse.query<{ clocks: number }>({
      name: "test.clocks",
      sql: "SELECT uniqExact(clock) AS clocks FROM working_interval WHERE tenant = 'first'",
    });
    expect(stored).toEqual([{ clocks: 1 }]);
    expect(made(await askAs("first", RETIRE, { id: "orders", version: 1 }))).toMatchObject({ code: "STALE_VERSION" });
    const retired = made(await askAs("first", RETIRE, { id: "orders", version: 2 }));
    expect(retired).toMatchObject({
      newest: { version: 3 },
      versions: [{ version: 1 }, { version: 2 }, { version: 3 }],
    });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await askAs("readKey", LIST)).data).toMatchObject({ slaPolicies: [{ id: "orders", isInForce: false }] });
    expect(made(await askAs("first", RETIRE, { id: "none", version: 0 }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("belong to the tenant of whoever asks", async () => {
    expect((await askAs("second", LIST)).data).toEqual({ slaPolicies: [], corrections: [] });
    expect(made(await askAs("second", RETIRE, { id: "orders", version: 3 }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    [{ id: "Not An Id" }, "INVALID_ID"],
    [{ title: " " }, "INVALID_TITLE"],
    [{ limitSeconds: 0 }, "INVALID_LIMIT"],
    [{ target: 0 }, "INVALID_TARGET"],
    [{ target: 1.01 }, "INVALID_TARGET"],
    [{ windowDays: 0 }, "INVALID_WINDOW"],
    [{ calendar: "none" }, "UNKNOWN_CALENDAR"],
    [{ place: { store: "s1" } }, "INVALID_PLACE"],
    [{ effectiveFrom: "2026-01-02T00:00:00Z", effectiveUntil: "2026-01-02T00:00:00Z" }, "INVALID_DATES"],
    [{ effectiveFrom: "1969-01-02T00:00:00Z" }, "INVALID_DATES"],
  ])("refuse %j with %s", async (input, code) => {
    expect(made(await save("first", { id: "other", ...input }))).toMatchObject({ code });
  });
});

describe("corrections over GraphQL", () => {
  it("count once a second person approved them, and no longer once they are revoked", async () => {
    const asked = made(
      await request("operations", { recurrence: "RRULE:FREQ=WEEKLY;BYDAY=SU", timeZone: "Europe/Berlin" }),
    );
    expect(asked).toMatchObject({ state: "REQUESTED", approvedBy: null });
    const { id } = asked;
    expect(made(await askAs("first", DECIDE("approve"), { id }))).toMatchObject({ state: "APPROVED" });
    expect(made(await askAs("first", DECIDE("approve"), { id }))).toMatchObject({ code: "ALREADY_DECIDED" });
    expect(made(await askAs("first", DECIDE("revoke"), { id }))).toMatchObject({ state: "REVOKED" });
    expect(made(await askAs("first", DECIDE("revoke"), { id }))).toMatchObject({ code: "ALREADY_DECIDED" });
    expect(made(await askAs("second", DECIDE("revoke"), { id }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("are never approved by their author", async () => {
    const { id } = made(await request("first"));
    expect(made(await askAs("first", DECIDE("approve"), { id }))).toMatchObject({ code: "OWN_REQUEST" });
    expect(made(await askAs("first", DECIDE("revoke"), { id }))).toMatchObject({ state: "REVOKED" });
  });

  it.each([
    [{ reason: " " }, "REASON_MISSING"],
    [{ to: "2026-03-01T02:00:00Z" }, "INVALID_DATES"],
    [{ to: "2026-03-01T03:00:00.500Z" }, "INVALID_DATES"],
    [{ timeZone: "Mars/Olympus" }, "UNKNOWN_TIME_ZONE"],
    [{ calendar: "none" }, "UNKNOWN_CALENDAR"],
    [{ recurrence: "FREQ=SECONDLY" }, "INVALID_RECURRENCE"],
    [{ recurrence: "FREQ=WEEKLY;BYDAY=XX" }, "INVALID_RECURRENCE"],
    [{ recurrence: "FREQ=DAILY;INTERVAL=0" }, "INVALID_RECURRENCE"],
    [{ recurrence: "DTSTART=20260101T000000Z;FREQ=DAILY" }, "INVALID_RECURRENCE"],
    [{ place: { store: "s1" } }, "INVALID_PLACE"],
  ])("refuse %j with %s", async (input, code) => {
    expect(made(await request("first", input))).toMatchObject({ code });
  });
});

describe("roles and scopes", () => {
  it("keep changes to those who may make them", async () => {
    const { id } = made(await request("operations"));
    for (const [who, code] of [
      ["operations", "FORBIDDEN"],
      ["readKey", "FORBIDDEN"],
      ["", "UNAUTHENTICATED"],
    ] as const) {
      expect((await save(who, { id: "x" })).code).toBe(code);
      expect((await askAs(who, RETIRE, { id: "orders", version: 3 })).code).toBe(code);
      expect((await askAs(who, DECIDE("approve"), { id })).code).toBe(code);
      expect((await askAs(who, DECIDE("revoke"), { id })).code).toBe(code);
    }
    expect((await request("readKey")).code).toBe("FORBIDDEN");
  });

  it("keep an administrator of some clients to these", async () => {
    await save("second", { id: "north", place: { client: "north" } });
    await save("second", { id: "all" });
    const { grant } = schema;
    await postgres.db
      .update(grant)
      .set({ scope: { clients: ["halden"] } })
      .where(and(eq(grant.tenant, "second")));
    tokens["limited"] = (await askToSignIn(url, people.second)).token;
    expect((await askAs("limited", LIST)).data).toMatchObject({ slaPolicies: [{ id: "all" }] });
    expect(made(await save("limited", { id: "wide" }))).toMatchObject({ code: "NOT_FOUND" });
    expect(made(await save("limited", { id: "all", expectedVersion: 1, place: { client: "halden" } }))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(made(await save("limited", { id: "mine", place: { client: "halden" } }))).toMatchObject({ id: "mine" });
    expect(made(await request("limited", { place: { client: "north" } }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("answers until when a run would have to end, over a weekend and a clock change", async () => {
    const day = [{ from: "08:00", to: "20:00" }];
    const week = [day, day, day, day, day, [], []];
    await seedRegistry(
      postgres,
      "first",
      { calendars: [{ id: "office", title: "O", timeZone: "Europe/Berlin", week }] },
      now(),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const saved = await save("first", {
      id: "office",
      place: { workflow: "ticket" },
      calendar: "office",
      effectiveFrom: "2026-01-01T00:00:00Z",
    });
    expect(made(saved)).toMatchObject({ id: "office" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const DUE = `query ($place: SlaPlaceInput!) { slaDue(place: $place, startedAt: "2026-03-27T18:30:00Z") { policy policyVersion limitSeconds dueAt atRiskAt } }`;
    // Half an hour is left on Friday; clocks change on Sunday, so Monday's 08:00 is 06:00 in UTC.
    expect((await askAs("readKey", DUE, { place: { workflow: "ticket" } })).data).toEqual({
      slaDue: {
        policy: "office",
        policyVersion: 1,
        limitSeconds: 3_600,
        dueAt: "2026-03-30T06:30:00.000Z",
        atRiskAt: "2026-03-30T06:18:00.000Z",
      },
    });
    expect((await askAs("readKey", DUE, { place: { workflow: "nothing" } })).data).toEqual({ slaDue: null });
    // What the other tenant promises holds from now on, and what this one promises is not its own.
    expect((await askAs("second", DUE, { place: { workflow: "ticket" } })).data).toEqual({ slaDue: null });
  });

  it("answers how budgets burn and what other limits would do", async () => {
    await save("first", { id: "prices", place: { workflow: "price-sync" } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const burn = await askAs("readKey", "{ slaBurn { policy tiers { tier state factor longBurn } } }");
    expect(burn.data).toMatchObject({
      slaBurn: [
        {},
        { policy: "prices", tiers: [{ tier: "PAGE_FAST", state: "NO_DATA", factor: 14.4, longBurn: null }, {}, {}] },
      ],
    });
    const WHAT_IF =
      "query ($q: SlaWhatIfInput!, $l: [Int!]!) { slaWhatIf(query: $q, limits: $l) { limitSeconds attainment nullReason } }";
    const q = { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" };
    expect((await askAs("readKey", WHAT_IF, { q, l: [60] })).data).toEqual({
      slaWhatIf: [{ limitSeconds: 60, attainment: null, nullReason: "NO_ROWS" }],
    });
    expect((await askAs("readKey", WHAT_IF, { q, l: [] })).code).toBe("BAD_USER_INPUT");
  });
});
