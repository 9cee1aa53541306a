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
import { and, eq } from "drizzle-orm";
import { createClient } from "graphql-ws";
import pino from "pino";
import { WebSocket } from "ws";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { buildAppModule } from "../../main/build-app-module.js";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import type { Role } from "../../scope/role.js";
import { AlertAuditRepository } from "../audit/alert-audit.repository.js";
import { applyTransitions } from "../incidents/apply-transitions.js";
import { IncidentRepository } from "../incidents/incident.repository.js";
import type { CommittedTransition } from "../publish/transition-sink.js";

const MINUTE = 60_000;
const NOW = new Date("2026-06-03T12:00:30Z");
const tokens: Record<string, string> = {};
let directory: string;
let clickhouse: ClickHouse;
let postgres: Postgres;
let app: NestFastifyApplication;
let url: string;

const PEOPLE: readonly [name: string, tenant: string, role: Role, scope: Record<string, string[]>][] = [
  ["admin", "t1", "administrator", {}],
  ["other", "t2", "administrator", {}],
  ["adminOfClient", "t3", "administrator", { clients: ["c1"] }],
  ["manager", "t4", "store_manager", { stores: ["c1/s1"] }],
  ["viewer", "t5", "viewer", {}],
];

/** What fires in every tenant: something of client c1, of each of its stores, of client c2. */
const PLACES = {
  c1: { client: "c1" },
  s1: { client: "c1", store: "s1" },
  s2: { client: "c1", store: "s2" },
  c2: { client: "c2" },
};
function buildFired(tenant: string): CommittedTransition[] {
  return Object.entries(PLACES).map(([name, place], number) => ({
    ...{ id: `${tenant}-${name}`, tenant, ruleId: "r", ruleVersion: 1, fingerprint: name, kind: "fired", reason: null },
    ...{ severity: "critical", slotAt: NOW.getTime() - (4 - number) * MINUTE, activeAt: null, fromState: "inactive" },
    ...{ state: "firing", value: 1, threshold: 0, transitionSeq: 1, episodeSeq: 1, incidentId: name, labels: place },
    ...{ channel: "", store: "", partner: "", ...place, evidence: { summary: `${name} of ${tenant}` } },
  }));
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "watchfloor-alerts-"));
  clickhouse = await openMigratedClickHouse(directory, NOW);
  postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  let time = Date.now();
  const module = buildAppModule({
    ...{ host: "127.0.0.1", port: 0, clickhouse, postgres, isDemo: false, tenant: "t1", ingestPort: 0 },
    now: () => new Date((time += 1)),
    ...{ authSecret: "s".repeat(43), secretBox: undefined, webDirectory: undefined, logger: pino({ level: "silent" }) },
  });
  for (const [, tenant] of PEOPLE) {
    const person = { adminEmail: `${tenant}@example.org`, adminPassword: "correct horse battery" };
    await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...person, isDemo: false, now: NOW });
    const stores = ["s1", "s2"].map((id) => ({ client: "c1", id, title: id, region: "" }));
    await seedRegistry(postgres, tenant, { clients: ["c1", "c2"].map((id) => ({ id, title: id })), stores }, NOW);
    await applyTransitions(new IncidentRepository(postgres), tenant, buildFired(tenant));
  }
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const rows = ["t1", "t2"].flatMap((tenant) =>
    Array.from({ length: 60 }, (_, index) => {
      const endedAt = new Date(hour - 7_200_000 + index * 10_000);
      return {
        ...{
          tenant,
          client: "c1",
          workflow: "w",
          run: `r${index}`,
          kind: "run",
          day: endedAt.toISOString().slice(0, 10),
        },
        ...{ started_at: new Date(endedAt.getTime() - 1_000), finished_at: endedAt },
        outcome: index % 2 === 0 && tenant === "t1" ? "failed" : "succeeded",
      };
    }),
  );
  await insertRows(clickhouse, "run", rows);
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
  ask(url, query, { headers: { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
const RULE = (more = "", id = "failing") =>
  `id: ${id}\nkind: threshold\ntitle: Failing\nsummary: "{{value}} of {{client}}"\nmetric: failure_rate\ngroupBy: [client]\nforSeconds: 0\nkeepFiringSeconds: 0\nlevels: [{ severity: warning, threshold: 0.4 }]\n${more}`;
const PROBLEM = "... on AlertProblem { code message faults { line field } }";
const SAVE = `mutation ($text: String!, $version: Int!) { answer: saveAlertRule(text: $text, expectedVersion: $version) { ... on AlertRule { id version isEditable health } ${PROBLEM} } }`;
const PAUSE = `mutation ($id: ID!) { answer: pauseAlertRule(id: $id, isPaused: true) { ... on AlertRule { id health } ${PROBLEM} } }`;
const DELETE = `mutation ($id: ID!) { answer: deleteAlertRule(id: $id) { ... on DeletedAlertRule { id } ${PROBLEM} } }`;
const BACK_TEST = `query ($text: String!) { answer: backTestAlertRule(text: $text) { ... on AlertRuleBackTest { fired stepSeconds episodes { severity value summary labels { name value } } } ${PROBLEM} } }`;
const PREVIEW = `query ($text: String!) { answer: previewAlertRule(text: $text) { ... on AlertRulePreview { matching total } ${PROBLEM} } }`;
const DETAIL = `... on AlertIncidentDetail { incident { id status owner acknowledgedUntil isMuted } timeline { kind text } } ${PROBLEM}`;
const act = (name: string, args = "") => `mutation ($id: ID!) { answer: ${name}(id: $id${args}) { ${DETAIL} } }`;
const CHECK = `query ($text: String!) { answer: checkAlertRule(text: $text) { document faults { line field } terms { severity forSeconds keepFiringSeconds } } }`;
const SERIES = `query ($text: String!) { answer: backTestAlertRule(text: $text) { ... on AlertRuleBackTest { fired series { labels { name value } from stepSeconds values } } } }`;
type Answer = Record<string, unknown> & { readonly code?: string };
const answerOf = async (who: string, query: string, variables: Record<string, unknown>) =>
  (await askAs(who, query, variables)).data?.["answer"] as Answer;
const save = (who: string, text: string, version = 0) => answerOf(who, SAVE, { text, version });
const listIncidents = async (who: string, filter: Record<string, unknown> = {}) => {
  const query = "query ($filter: IncidentFilterInput) { alertIncidents(filter: $filter) { nodes { id title } } }";
  const { nodes } = (await askAs(who, query, { filter })).data?.["alertIncidents"] as {
    nodes: { id: string; title: string }[];
  };
  return nodes;
};
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe("alert rules over GraphQL", () => {
  it("are saved as versions, listed, paused and deleted", async () => {
    expect(await save("admin", RULE())).toMatchObject({
      id: "failing",
      version: 1,
      isEditable: true,
      health: "WAITING",
    });
    expect(await save("admin", RULE())).toMatchObject({ code: "STALE_VERSION" });
    expect(await save("admin", RULE("description: more"), 1)).toMatchObject({ version: 2 });
    const versions = await askAs("admin", '{ alertRuleVersions(id: "failing") { version } }');
    expect(versions.data?.["alertRuleVersions"]).toEqual([{ version: 2 }, { version: 1 }]);
    expect(await answerOf("admin", PAUSE, { id: "failing" })).toMatchObject({ health: "PAUSED" });
    const audit = await new AlertAuditRepository(postgres).listOf("t1", "rule", "failing", 10);
    expect(audit.map(({ action }) => action)).toEqual(["pause", "edit", "create"]);
    expect(audit[1]).toMatchObject({ before: { description: "" }, after: { description: "more" } });
    expect(await answerOf("admin", DELETE, { id: "failing" })).toEqual({ id: "failing" });
    expect((await askAs("admin", "{ alertRules { id } }")).data?.["alertRules"]).toEqual([]);
  });

  it("are refused with the line of each fault", async () => {
    expect(await save("admin", RULE("intervalSeconds: 70"))).toMatchObject({
      code: "INVALID_RULE",
      faults: [{ line: 10, field: "intervalSeconds" }],
    });
  });

  it.each([
    ["viewer", SAVE, { text: RULE(), version: 0 }],
    ["viewer", PAUSE, { id: "failing" }],
    ["viewer", DELETE, { id: "failing" }],
    ["viewer", PREVIEW, { text: RULE() }],
    ["viewer", BACK_TEST, { text: RULE() }],
    ["viewer", CHECK, { text: RULE() }],
    ["manager", CHECK, { text: RULE() }],
    ["manager", SAVE, { text: RULE(), version: 0 }],
    ["viewer", act("acknowledgeIncident"), { id: "c1" }],
    ["viewer", act("noteIncident", ', note: "x"'), { id: "c1" }],
    ["viewer", act("assignIncident"), { id: "c1" }],
    ["manager", act("resolveIncident"), { id: "s1" }],
  ])("refuse the role %s: %#", async (who, query, variables) => {
    expect((await askAs(who, query, variables)).code).toBe("FORBIDDEN");
  });

  it("say what is wrong in a text, what it reads as, and how long things take in effect", async () => {
    const good = await answerOf("admin", CHECK, { text: RULE() });
    expect(good).toMatchObject({ faults: [], terms: [{ severity: "WARNING", forSeconds: 0, keepFiringSeconds: 0 }] });
    expect(JSON.parse(String(good["document"]))).toMatchObject({ id: "failing", levels: [{ threshold: 0.4 }] });
    expect(await answerOf("admin", CHECK, { text: RULE("intervalSeconds: 70") })).toMatchObject({
      faults: [{ line: 10, field: "intervalSeconds" }],
      terms: [],
    });
    expect(await answerOf("admin", CHECK, { text: "[" })).toMatchObject({ document: null });
  });

  it("name who changed them, within the tenant", async () => {
    await save("admin", RULE("", "named"));
    const query = '{ alertRules { id changedByName } alertRuleVersions(id: "named") { createdByName } }';
    const { data } = await askAs("admin", query);
    const [person] = await postgres.db.select().from(schema.person).where(eq(schema.person.email, "t1@example.org"));
    expect(person?.name).toBeTruthy();
    expect(data).toEqual({
      alertRules: [{ id: "named", changedByName: person?.name }],
      alertRuleVersions: [{ createdByName: person?.name }],
    });
    expect((await askAs("other", query)).data?.["alertRuleVersions"]).toEqual([]);
    const one = '{ alertRule(id: "named") { id firing pending terms { severity } } }';
    expect((await askAs("admin", one)).data).toEqual({
      alertRule: { id: "named", firing: 0, pending: 0, terms: [{ severity: "WARNING" }] },
    });
    expect((await askAs("other", one)).data).toEqual({ alertRule: null });
    await answerOf("admin", DELETE, { id: "named" });
  });

  it("are those of one tenant, and of the clients somebody sees whole", async () => {
    await save("other", RULE());
    expect(await answerOf("admin", PAUSE, { id: "failing" })).toMatchObject({ code: "NOT_FOUND" });
    expect(await save("adminOfClient", RULE())).toMatchObject({ code: "NOT_FOUND" });
    expect(await save("adminOfClient", RULE("filter: { clients: [c1, c2] }"))).toMatchObject({ code: "NOT_FOUND" });
    expect(await save("adminOfClient", RULE("filter: { clients: [c1] }"))).toMatchObject({
      version: 1,
      isEditable: true,
    });
  });

  it("are tried on the past and at their newest slot, by what the caller sees", async () => {
    const tried = await answerOf("admin", BACK_TEST, { text: RULE() });
    expect(tried).toMatchObject({ fired: 1, episodes: [{ severity: "WARNING", value: 0.5, summary: "50 % of c1" }] });
    expect(await answerOf("other", BACK_TEST, { text: RULE() })).toMatchObject({ fired: 0 });
    const [seen, foreign] = [
      await answerOf("admin", SERIES, { text: RULE() }),
      await answerOf("other", SERIES, { text: RULE() }),
    ];
    const highest = ({ series }: Answer) =>
      (series as { values: (number | null)[] }[]).map(({ values }) => Math.max(...values.map((value) => value ?? 0)));
    expect(seen).toMatchObject({ series: [{ labels: [{ name: "client", value: "c1" }] }] });
    expect([highest(seen), highest(foreign)]).toEqual([[0.5], [0]]);
    expect(await answerOf("adminOfClient", SERIES, { text: RULE() })).toMatchObject({ fired: 0, series: [] });
    expect(await answerOf("admin", PREVIEW, { text: RULE() })).toMatchObject({ matching: 0 });
    const hours = RULE("windowSeconds: 14400");
    expect(await answerOf("admin", PREVIEW, { text: hours })).toMatchObject({ matching: 1, total: 1 });
  });
});

describe("a back-test over the WebSocket", () => {
  const QUESTION = `subscription ($text: String!) { alertRuleBackTest(text: $text) { share result { ... on AlertRuleBackTest { fired } ${PROBLEM} } } }`;
  const listen = async (who: string, text: string): Promise<Answer[]> => {
    const connectionParams = { authorization: `Bearer ${tokens[who] ?? ""}` };
    const client = createClient({
      url: `${url.replace("http", "ws")}/graphql`,
      connectionParams,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const steps: Answer[] = [];
    try {
      for await (const { data, errors } of client.iterate<{ alertRuleBackTest: Answer }>({
        query: QUESTION,
        variables: { text },
      })) {
        if (errors) throw new Error(errors[0]?.message);
        if (data) steps.push(data.alertRuleBackTest);
      }
    } finally {
      await client.dispose();
    }
    return steps;
  };

  it("tells its progress, then what the caller sees", async () => {
    const steps = await listen("admin", RULE());
    expect(steps[0]).toMatchObject({ share: 0, result: null });
    expect(steps.at(-1)).toMatchObject({ share: 1, result: { fired: 1 } });
    expect((await listen("other", RULE())).at(-1)).toMatchObject({ result: { fired: 0 } });
  });

  it("says what is wrong in the rule, and refuses who may not try", async () => {
    const steps = await listen("admin", RULE("intervalSeconds: 70"));
    expect(steps.at(-1)).toMatchObject({ result: { code: "INVALID_RULE" } });
    await expect(listen("viewer", RULE())).rejects.toBeDefined();
  });
});

describe("incidents over GraphQL", () => {
  it("are those whose whole place the caller sees, in their tenant", async () => {
    expect(ids(await listIncidents("admin"))).toEqual(["c2", "s2", "s1", "c1"]);
    expect((await listIncidents("other")).every(({ title }) => title.endsWith("of t2"))).toBe(true);
    expect(ids(await listIncidents("adminOfClient"))).toEqual(["s2", "s1", "c1"]);
    expect(ids(await listIncidents("manager"))).toEqual(["s1"]);
    expect(ids(await listIncidents("admin", { place: { client: "c1", store: "s2" } }))).toEqual(["s2"]);
    expect(ids(await listIncidents("admin", { statuses: ["RESOLVED"] }))).toEqual([]);
    const foreign = await askAs("manager", '{ alertIncident(id: "s2") { incident { id } } }');
    expect(foreign.data?.["alertIncident"]).toBeNull();
    expect(await answerOf("manager", act("acknowledgeIncident"), { id: "c1" })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("are acknowledged once, with a note each time, and come back when that is over", async () => {
    const taken = await answerOf("manager", act("acknowledgeIncident", ', note: "on it"'), { id: "s1" });
    expect(taken["incident"]).toMatchObject({ status: "ACKNOWLEDGED" });
    const again = await answerOf("manager", act("acknowledgeIncident", ', note: "still"'), { id: "s1" });
    expect(again["timeline"]).toMatchObject([
      { kind: "fired" },
      { kind: "acknowledged", text: "on it" },
      { kind: "note", text: "still" },
    ]);
    expect((again["incident"] as Answer)["acknowledgedUntil"]).toEqual(
      (taken["incident"] as Answer)["acknowledgedUntil"],
    );
    const until = ', until: "2020-01-01T00:00:00.000Z"';
    expect(await answerOf("admin", act("acknowledgeIncident", until), { id: "s1" })).toMatchObject({
      code: "INVALID_UNTIL",
    });
    const back = await answerOf("manager", act("withdrawAcknowledgement"), { id: "s1" });
    expect(back["incident"]).toMatchObject({ status: "OPEN", acknowledgedUntil: null });
  });

  it("are given to people of the workspace alone", async () => {
    expect(await answerOf("admin", act("assignIncident", ', owner: "nobody"'), { id: "s1" })).toMatchObject({
      code: "UNKNOWN_PERSON",
    });
    const [grant] = await postgres.db.select().from(schema.grant).where(eq(schema.grant.tenant, "t1"));
    const given = await answerOf("admin", act("assignIncident", `, owner: "${grant?.userId ?? ""}"`), { id: "s1" });
    expect(given["incident"]).toMatchObject({ owner: grant?.userId });
  });

  it("that are closed by a person stay closed until they recover, and are then no longer muted", async () => {
    const closed = await answerOf("admin", act("resolveIncident", ', note: "known"'), { id: "c1" });
    expect(closed["incident"]).toMatchObject({ status: "RESOLVED", isMuted: true });
    expect(await answerOf("admin", act("resolveIncident"), { id: "c1" })).toMatchObject({ code: "ALREADY_RESOLVED" });
    const repository = new IncidentRepository(postgres);
    const [fired] = buildFired("t1");
    if (fired === undefined) throw new Error("nothing fired");
    await applyTransitions(repository, "t1", [fired]);
    expect(await repository.find("t1", "c1")).toMatchObject({ status: "resolved", isMuted: true });
    await applyTransitions(repository, "t1", [{ ...fired, id: "end", kind: "resolved", reason: "cleared" }]);
    expect(await repository.find("t1", "c1")).toMatchObject({ isMuted: false, resolveReason: "manual" });
  });
});

describe("lists of incidents", () => {
  const PAGE = `query ($filter: IncidentFilterInput, $first: Int, $after: String, $order: IncidentOrder) {
    alertIncidents(filter: $filter, first: $first, after: $after, orderBy: $order) {
      nodes { id childCount unresolvedChildCount ruleTitle unit } people { name } pageInfo { endCursor hasNextPage }
    }
  }`;
  interface Page {
    readonly nodes: readonly { id: string; childCount: number; unresolvedChildCount: number }[];
    readonly people: readonly { name: string }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  }
  const list = async (who: string, variables: Record<string, unknown> = {}) =>
    (await askAs(who, PAGE, variables)).data?.["alertIncidents"] as Page;
  const stand = async (who: string, scope: Record<string, unknown> = {}) => {
    const query =
      "query ($scope: ScopeFilterInput) { incidentStanding(scope: $scope) { critical warning acknowledged } }";
    return (await askAs(who, query, { scope })).data?.["incidentStanding"];
  };
  const change = (tenant: string, id: string, part: Partial<typeof schema.alertIncident.$inferInsert>) =>
    postgres.db
      .update(schema.alertIncident)
      .set(part)
      .where(and(eq(schema.alertIncident.tenant, tenant), eq(schema.alertIncident.id, id)));

  beforeAll(async () => {
    for (const tenant of ["t2", "t4"]) {
      await change(tenant, "s1", { parent: "c1", cause: "system erp" });
      await change(tenant, "s2", { parent: "c1", cause: "system erp" });
    }
  });

  it("put what a cause is known of under it, where the asker sees the cause", async () => {
    const grouped = (await list("other", { filter: { isGrouped: true } })).nodes;
    expect(ids(grouped)).toEqual(["c2", "c1"]);
    expect(grouped[1]).toMatchObject({ childCount: 2, unresolvedChildCount: 2 });
    expect(ids((await list("manager", { filter: { isGrouped: true } })).nodes)).toEqual(["s1"]);
    expect(ids((await list("other", { filter: { parent: "c1" } })).nodes)).toEqual(["s2", "s1"]);
    expect(await list("manager", { filter: { parent: "c1" } })).toMatchObject({ nodes: [{ id: "s1", childCount: 0 }] });
  });

  it("leave what is caused where its cause does not fit the question", async () => {
    expect(ids((await list("other", { filter: { isGrouped: true, search: "S1 of" } })).nodes)).toEqual(["s1"]);
  });

  it("narrow by words, scope and cause, and never widen what is seen", async () => {
    const within = (scope: Record<string, unknown>) => list("other", { filter: { scope } });
    expect(ids((await within({ clients: ["c2"] })).nodes)).toEqual(["c2"]);
    expect(ids((await within({ stores: ["c1/s2"] })).nodes)).toEqual(["s2"]);
    expect(ids((await within({ channels: ["web"] })).nodes)).toEqual([]);
    expect(ids((await list("other", { filter: { search: "100%" } })).nodes)).toEqual([]);
    expect(ids((await list("manager", { filter: { scope: { stores: ["s1", "s2"] } } })).nodes)).toEqual(["s1"]);
    expect(ids((await list("manager", { filter: { search: "t2" } })).nodes)).toEqual([]);
  });

  it("come page by page, the worst first, what nobody has taken before what somebody has", async () => {
    await change("t2", "c2", { severity: "warning" });
    await change("t2", "c1", { status: "acknowledged" });
    const order = { first: 2, order: "WORST" };
    const first = await list("other", order);
    expect(ids(first.nodes)).toEqual(["s2", "s1"]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await list("other", { ...order, after: first.pageInfo.endCursor });
    expect(ids(second.nodes)).toEqual(["c1", "c2"]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(ids((await list("other", { ...order, after: "no cursor" })).nodes)).toEqual(["s2", "s1"]);
  });

  it("are counted with what they cause as one, by what the asker sees", async () => {
    expect(await stand("other")).toEqual({ critical: 0, warning: 1, acknowledged: 1 });
    expect(await stand("other", { clients: ["c1"] })).toEqual({ critical: 0, warning: 0, acknowledged: 1 });
    expect(await stand("manager")).toEqual({ critical: 1, warning: 0, acknowledged: 0 });
    expect(await stand("manager", { stores: ["s2"] })).toEqual({ critical: 0, warning: 0, acknowledged: 0 });
  });

  it("tell of a cause, of what happened before and of people only what the asker sees", async () => {
    const query = `query ($id: ID!) {
      alertIncident(id: $id) { parent { id } alike { id } people { id } children { id } }
      incidentAssignees(id: $id) { id name }
    }`;
    const [person] = await postgres.db.select().from(schema.grant).where(eq(schema.grant.tenant, "t2"));
    const me = person?.userId ?? "";
    await change("t2", "s1", { owner: me });
    expect((await askAs("other", query, { id: "s1" })).data).toMatchObject({
      alertIncident: { parent: { id: "c1" }, alike: [], people: [{ id: me }] },
      incidentAssignees: [{ id: me }],
    });
    expect((await askAs("manager", query, { id: "s1" })).data).toMatchObject({ alertIncident: { parent: null } });
    expect((await askAs("manager", query, { id: "s2" })).data).toEqual({ alertIncident: null, incidentAssignees: [] });
    expect((await askAs("viewer", query, { id: "c1" })).data).toMatchObject({ incidentAssignees: [] });
    expect(await answerOf("admin", act("assignIncident", `, owner: "${me}"`), { id: "s2" })).toMatchObject({
      code: "UNKNOWN_PERSON",
    });
  });
});
