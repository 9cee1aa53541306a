import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { seedDemoPeople } from "../../identity/testing/seed-demo-people.js";
import { startIdentityServer, type IdentityServer } from "../../identity/testing/start-identity-server.js";
import { NotificationsModule } from "../notifications.module.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";

const MINUTE = 60_000;
const POLICY =
  "... on AlertEscalationPolicy { id version client severities matchers loops steps { afterMinutes contacts repeats } } ... on NotificationProblem { code }";
const SAVE_POLICY = `mutation ($input: AlertEscalationPolicyInput!) { answer: saveAlertEscalationPolicy(input: $input) { ${POLICY} } }`;
const DONE = "... on NotificationsDone { ids } ... on NotificationProblem { code }";
const DELETE_POLICY = `mutation ($id: ID!, $version: Int!) { answer: deleteAlertEscalationPolicy(id: $id, expectedVersion: $version) { ${DONE} } }`;
const POLICIES = "{ answer: alertEscalationPolicies { id version } }";
const INHIBITION = "... on AlertInhibition { id source target equal } ... on NotificationProblem { code }";
const SAVE_INHIBITION = `mutation ($input: AlertInhibitionInput!) { answer: saveAlertInhibition(input: $input) { ${INHIBITION} } }`;
const DELETE_INHIBITION = `mutation ($id: ID!) { answer: deleteAlertInhibition(id: $id) { ${DONE} } }`;
const INHIBITIONS = "{ answer: alertInhibitions { id title } }";
const COVERED = "{ answer: alertEscalationPolicies { id coveredCount createdByName } }";
const VERSIONS =
  "query ($id: ID!) { answer: alertEscalationPolicyVersions(id: $id) { version isDeleted title coveredCount } }";
const PROBLEM = "... on NotificationProblem { code field message }";
const PREVIEW_POLICY = `query ($input: AlertEscalationPolicyInput!) { answer: previewAlertEscalationPolicy(input: $input) { ... on AlertEscalationPreview { coveredCount covered { rule severity } } ${PROBLEM} } }`;
const PREVIEW_INHIBITION = `query ($input: AlertInhibitionInput!) { answer: previewAlertInhibition(input: $input) { ... on AlertInhibitionPreview { sourceCount targetCount mutedCount muted { rule } } ${PROBLEM} } }`;
const MUTED = "{ answer: alertInhibitions { title mutedCount } }";

interface Answer {
  readonly id?: string;
  readonly code?: string;
}

describe("escalation policies and inhibitions over GraphQL", () => {
  let postgres: Postgres;
  let server: IdentityServer;
  let world: AlertWorld;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    const options = { postgres, authSecret: "s".repeat(43), tenant: "t1", isDemo: false, now: () => new Date() };
    server = await startIdentityServer(options, [NotificationsModule.register({ ...options, now: world.now })]);
    const people = await seedDemoPeople({ postgres, tenant: "t1", tenantTitle: "t1", now: new Date() });
    const signIn = async (name: string, person: { email: string; password: string }) => {
      tokens[name] ??= (await askToSignIn(server.url, person)).token;
    };
    for (const { role, ...person } of people) await signIn(role, person);
    const others: [name: string, tenant: string, scope: Record<string, string[]>][] = [
      ["foreign", "t2", {}],
      ["clientAdmin", "t3", { clients: ["c1"] }],
    ];
    for (const [name, tenant, scope] of others) {
      const person = { email: `${name}@example.org`.toLowerCase(), password: "correct horse battery" };
      const admin = { adminEmail: person.email, adminPassword: person.password };
      await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...admin, isDemo: false, now: new Date() });
      await postgres.db.update(schema.grant).set({ scope }).where(eq(schema.grant.tenant, tenant));
      await signIn(name, person);
    }
  }, 90_000);
  afterAll(async () => {
    await server.close();
    await world.close();
    await postgres.close();
  }, 30_000);

  const run = async (who: string, query: string, variables: Record<string, unknown> = {}) => {
    const { data, code } = await ask(server.url, query, {
      headers: { authorization: `Bearer ${tokens[who] ?? ""}` },
      variables,
    });
    return (data?.["answer"] ?? { code }) as Answer & Answer[];
  };
  const step = (afterMinutes: number, ...contacts: string[]) => ({ afterMinutes, contacts });
  const policy = (who: string, input: object) =>
    run(who, SAVE_POLICY, { input: { id: "nights", expectedVersion: 0, title: "Nights", steps: [], ...input } });

  it("save versions of a policy, refuse what tells nobody, and keep who did", async () => {
    const [first, second] = [
      await world.addContact({ target: world.webhook("one") }),
      await world.addContact({ target: world.webhook("two"), subscription: null }),
    ];
    const steps = [step(0, first), step(15, second)];
    expect(await policy("administrator", { steps: [step(0, "unknown")] })).toEqual({ code: "NOT_FOUND" });
    expect(await policy("administrator", { steps: [step(0, first), step(5, first)] })).toEqual({
      code: "INVALID_STEPS",
    });
    expect(await policy("administrator", { steps, loops: 2 })).toEqual({ code: "INVALID_STEPS" });
    expect(await policy("administrator", { steps, matchers: ['rule="late"'] })).toMatchObject({
      ...{ id: "nights", version: 1, client: null, severities: ["CRITICAL"], matchers: ['rule="late"'], loops: 0 },
      steps: steps.map((each) => ({ ...each, repeats: false })),
    });
    expect(await policy("administrator", { steps })).toEqual({ code: "CHANGED_MEANWHILE" });
    const incident = await world.story.fire({ severity: "critical" });
    expect(await policy("administrator", { steps: [step(0, first)], expectedVersion: 1 })).toMatchObject({
      version: 2,
    });
    await world.work();
    world.heard("one");
    await world.pass(15 * MINUTE, 5 * MINUTE);
    expect(world.heard("two").map(({ type, body }) => [type, JSON.stringify(body).includes(incident)])).toEqual([
      ["alert.escalated", true],
    ]);
    await world.story.fire({ severity: "warning", rule: "other" });
    await world.story.fire({ severity: "critical", rule: "unmatched", client: "c2" });
    expect(await run("administrator", DELETE_POLICY, { id: "nights", version: 1 })).toEqual({
      code: "CHANGED_MEANWHILE",
    });
    expect(await run("administrator", DELETE_POLICY, { id: "nights", version: 2 })).toEqual({ ids: ["nights"] });
    expect(await run("administrator", POLICIES)).toEqual([]);
    const audit = (await postgres.db.select().from(schema.alertAudit)).filter(({ subject }) => subject === "nights");
    expect(audit.map(({ action }) => action)).toEqual(["save", "save", "delete"]);
    expect(audit.at(-1)).toMatchObject({ before: { version: 2, isDeleted: false }, after: { isDeleted: true } });
    expect(await policy("administrator", { steps })).toMatchObject({ version: 4 });
  });

  it("belong to their tenant, to whoever sees whole clients, and to roles that work with alerts", async () => {
    const contact = await world.addContact({ target: world.webhook("three"), subscription: null });
    expect(await run("foreign", POLICIES)).toEqual([]);
    expect(await run("foreign", DELETE_POLICY, { id: "nights", version: 4 })).toEqual({ code: "NOT_FOUND" });
    expect(await policy("foreign", { id: "theirs", steps: [step(0, contact)] })).toEqual({ code: "NOT_FOUND" });
    for (const who of ["viewer", "analyst", "store_manager", "auditor"])
      expect(await policy(who, { steps: [step(0, contact)] })).toEqual({ code: "FORBIDDEN" });
    expect((await run("nobody", POLICIES)).code).toBe("UNAUTHENTICATED");
    expect((await run("auditor", POLICIES)).map(({ id }) => id)).toEqual(["nights"]);
    const own = await world.addContact({ tenant: "t3", target: world.webhook("four"), subscription: null });
    const steps = [step(0, own)];
    expect(await policy("clientAdmin", { steps })).toEqual({ code: "WIDER_THAN_SCOPE" });
    expect(await policy("clientAdmin", { steps, client: "c2" })).toEqual({ code: "WIDER_THAN_SCOPE" });
    expect(await policy("clientAdmin", { steps, client: "c1" })).toMatchObject({ client: "c1", version: 1 });
  });

  it("mute what another alert explains until that ends, but never itself", async () => {
    await postgres.db.delete(schema.escalationPolicy);
    await world.addContact({ target: world.webhook("hook") });
    const save = (who: string, source: string[], target: string[], more: object = {}) =>
      run(who, SAVE_INHIBITION, { input: { title: "ERP explains orders", source, target, ...more } });
    const erp = ['rule="erp-down"'];
    expect(await save("administrator", erp, ['system="erp"'])).toEqual({ code: "WOULD_MUTE_ITSELF" });
    expect(await save("administrator", [], erp)).toEqual({ code: "INVALID_FILTER" });
    expect(await save("administrator", erp, ['rule=~".*"'])).toEqual({ code: "INVALID_FILTER" });
    const target = ['system="erp"', 'rule!="erp-down"'];
    const made = await save("administrator", erp, target, { equal: ["client"] });
    expect(made).toMatchObject({ source: erp, target, equal: ["client"] });
    expect(await save("administrator", ['rule="orders"'], erp)).toEqual({ code: "WOULD_MUTE_ITSELF" });
    world.heard();
    const labels = { system: "erp" };
    await world.story.fire({ rule: "erp-down", labels, severity: "critical" });
    await world.story.fire({ rule: "orders", labels });
    await world.story.fire({ rule: "orders", labels, client: "c2" });
    await world.story.fire({ tenant: "t2", rule: "erp-down", labels, severity: "critical" });
    await world.work();
    const rules = () =>
      world.heard().map(({ type, body }) => `${type} ${JSON.stringify(body).match(/"rule":{"id":"([^"]+)/)?.[1]}`);
    expect(rules().sort()).toEqual(["alert.fired erp-down", "alert.fired orders"]);
    await world.story.resolve({ rule: "erp-down", labels, severity: "critical" });
    await world.pass(2 * MINUTE, MINUTE);
    expect(rules().sort()).toEqual(["alert.fired orders", "alert.resolved erp-down"]);
    await world.story.fire({ rule: "erp-down", labels });
    await world.story.fire({ rule: "grave", labels, severity: "critical" });
    await world.work();
    expect(rules().sort()).toEqual(["alert.fired erp-down", "alert.fired grave"]);
    expect(await run("foreign", INHIBITIONS)).toEqual([]);
    for (const who of ["foreign", "clientAdmin"])
      expect(await run(who, DELETE_INHIBITION, { id: made.id })).toEqual({ code: "NOT_FOUND" });
    for (const who of ["viewer", "auditor"]) expect(await save(who, erp, target)).toEqual({ code: "FORBIDDEN" });
    expect(await run("administrator", DELETE_INHIBITION, { id: made.id })).toEqual({ ids: [made.id] });
    const audit = (await postgres.db.select().from(schema.alertAudit)).filter(({ subject }) => subject === made.id);
    expect(audit.map(({ action }) => action)).toEqual(["save", "delete"]);
  });

  it("reach no further than whoever made them sees", async () => {
    await world.addPerson("dora", {}, "t3");
    await world.addContact({ tenant: "t3", target: world.webhook("wide"), owner: "dora" });
    const input = { title: "narrow", source: ["rule=erp-down"], target: ["rule=orders"] };
    expect((await run("clientAdmin", SAVE_INHIBITION, { input })).id).toBeDefined();
    for (const client of ["c1", "c2"])
      for (const rule of ["erp-down", "orders"])
        await world.story.fire({ tenant: "t3", rule, client, severity: "critical" });
    await world.work();
    const told = world.heard("wide").map(({ body }) => {
      const { rule, scope } = body["data"] as { rule: { id: string }; scope: { client: string } };
      return `${scope.client} ${rule.id}`;
    });
    expect(told.sort()).toEqual(["c1 erp-down", "c2 erp-down", "c2 orders"]);
  });

  it("say before they are saved which incidents they are for, and at which field they are wrong", async () => {
    await postgres.db.delete(schema.escalationPolicy);
    await postgres.db.delete(schema.alertIncident);
    const contact = await world.addContact({ target: world.webhook("five"), subscription: null });
    const steps = [step(0, contact)];
    const preview = (who: string, input: object) =>
      run(who, PREVIEW_POLICY, { input: { id: "days", expectedVersion: 0, title: "Days", steps, ...input } });
    for (const client of ["c1", "c2"]) await world.story.fire({ rule: "orders", client, severity: "critical" });
    await world.story.fire({ rule: "orders", client: "c1" });
    expect(await preview("administrator", {})).toMatchObject({ coveredCount: 2 });
    expect(await preview("administrator", { client: "c1", severities: ["CRITICAL", "WARNING"] })).toMatchObject({
      ...{ coveredCount: 2 },
      covered: expect.arrayContaining([{ rule: "orders", severity: "WARNING" }]),
    });
    expect(await policy("administrator", { id: "of-c1", steps, client: "c1" })).toMatchObject({ version: 1 });
    // One of the client comes first, so that of all has the rest.
    expect(await preview("administrator", {})).toMatchObject({ coveredCount: 1 });
    expect(await run("administrator", COVERED)).toMatchObject([{ id: "of-c1", coveredCount: 1 }]);
    for (const [input, code, field] of [
      [{ id: "Not an id" }, "INVALID_TITLE", "id"],
      [{ title: " " }, "INVALID_TITLE", "title"],
      [{ matchers: ["no matcher"] }, "INVALID_FILTER", "matchers"],
      [{ severities: [] }, "INVALID_FILTER", "severities"],
      [{ loops: 4 }, "INVALID_STEPS", "loops"],
      [{ steps: [] }, "INVALID_STEPS", "steps"],
      [{ steps: [...steps, step(5)] }, "INVALID_STEPS", "steps.1"],
      [{ steps: [...steps, step(5, contact)] }, "INVALID_STEPS", "steps.1"],
      [{ steps: [...steps, step(5, "unknown")] }, "NOT_FOUND", "steps.1"],
    ] as const)
      expect(await preview("administrator", input)).toMatchObject({ code, field });
    const versions = (who: string) => run(who, VERSIONS, { id: "of-c1" });
    expect(await policy("administrator", { id: "of-c1", steps, title: "Again", expectedVersion: 1 })).toMatchObject({
      version: 2,
    });
    await run("administrator", DELETE_POLICY, { id: "of-c1", version: 2 });
    expect(await versions("auditor")).toEqual([
      { version: 3, isDeleted: true, title: "Again", coveredCount: null },
      { version: 2, isDeleted: false, title: "Again", coveredCount: null },
      { version: 1, isDeleted: false, title: "Nights", coveredCount: null },
    ]);
    for (const who of ["foreign", "clientAdmin"]) expect(await versions(who)).toEqual([]);
    expect(await preview("auditor", {})).toEqual({ code: "FORBIDDEN" });
    expect(await versions("viewer")).toEqual({ code: "FORBIDDEN" });
  });

  it("say before they are saved what they would mute now, within what is seen", async () => {
    await postgres.db.delete(schema.alertIncident);
    await postgres.db.delete(schema.inhibition);
    const preview = (who: string, source: string[], target: string[], more: object = {}) =>
      run(who, PREVIEW_INHIBITION, { input: { title: "ERP explains orders", source, target, ...more } });
    const [erp, orders] = [['rule="erp-down"'], ['rule="orders"']];
    for (const client of ["c1", "c2"]) await world.story.fire({ rule: "orders", client, severity: "critical" });
    expect(await preview("administrator", erp, orders)).toEqual({
      ...{ sourceCount: 0, targetCount: 2, mutedCount: 0, muted: [] },
    });
    await world.story.fire({ rule: "erp-down", client: "c1", severity: "critical" });
    expect(await preview("administrator", erp, orders)).toEqual({
      ...{ sourceCount: 1, targetCount: 2, mutedCount: 1, muted: [{ rule: "orders" }] },
    });
    // Nothing of another tenant, and nothing of a client that is not seen.
    expect(await preview("foreign", erp, orders)).toMatchObject({ sourceCount: 0, targetCount: 0, mutedCount: 0 });
    for (const client of ["c1", "c2"])
      for (const rule of ["erp-down", "orders"])
        await world.story.fire({ tenant: "t3", rule, client, severity: "critical" });
    expect(await preview("clientAdmin", erp, orders)).toMatchObject({ sourceCount: 1, targetCount: 1, mutedCount: 1 });
    for (const [source, target, more, field] of [
      [erp, orders, { title: "" }, "title"],
      [[], orders, {}, "source"],
      [erp, ["?"], {}, "target"],
      [erp, orders, { equal: ["Not a label"] }, "equal"],
      [erp, ['system="erp"'], {}, "target"],
    ] as const)
      expect(await preview("administrator", [...source], [...target], more)).toMatchObject({ field });
    await run("administrator", SAVE_INHIBITION, { input: { title: "One way", source: erp, target: orders } });
    expect(await run("administrator", MUTED)).toEqual([{ title: "One way", mutedCount: 1 }]);
    expect(await preview("administrator", orders, erp)).toMatchObject({
      ...{ code: "WOULD_MUTE_ITSELF", message: "Together with “One way”, alerts would mute each other." },
    });
    expect(await preview("auditor", erp, orders)).toEqual({ code: "FORBIDDEN" });
  });
});
