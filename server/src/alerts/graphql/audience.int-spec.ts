import { parseAlertRule } from "@watchfloor/dashboards";
import {
  migratePostgres,
  openEmbeddedPostgres,
  openSecretBox,
  schema,
  seedRegistry,
  type Postgres,
} from "@watchfloor/sql";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { seedDemoPeople } from "../../identity/testing/seed-demo-people.js";
import { startIdentityServer, type IdentityServer } from "../../identity/testing/start-identity-server.js";
import { EMPTY_DOCUMENT } from "../evaluate/rule-document.js";
import { INACTIVE_INSTANCE, type AlertState } from "../instance/alert-instance.js";
import { NotificationsModule } from "../notifications.module.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { buildWirePolicy } from "../wire/wire-policy.js";

const RULE = `{ id: late, kind: threshold, title: Orders late, summary: late, metric: failure_rate, groupBy: [client], windowSeconds: 60,
  intervalSeconds: 60, levels: [{ severity: critical, threshold: 0.5 }] }`;
const PREVIEW =
  "query ($matchers: [String!]!) { answer: previewAlertSilence(matchers: $matchers) { ... on AlertSilencePreview { firingCount pendingCount firing { title labels { name value } } } ... on NotificationProblem { code } } }";
const SILENCE =
  "mutation ($input: AlertSilenceInput!) { answer: createAlertSilence(input: $input) { ... on AlertSilence { id firingCount createdByName } } }";
const CREATE =
  "mutation ($input: AlertContactInput!) { answer: createAlertContact(input: $input) { ... on SavedContact { contact { id ownerName isEditable } } ... on NotificationProblem { code } } }";
const SUBSCRIBE =
  "mutation ($input: AlertSubscriptionInput!) { answer: saveAlertSubscription(input: $input) { ... on AlertSubscription { id groupBy repeatSeconds } ... on NotificationProblem { code } } }";
const UNTOLD = "query ($incident: ID!) { answer: alertUntold(incident: $incident) { contact reason } }";
const LOG =
  "query ($incident: ID, $after: ID, $first: Int) { answer: alertDeliveries(incident: $incident, after: $after, first: $first) { id incidents } }";

describe("who hears of alerts, over GraphQL", () => {
  let postgres: Postgres;
  let server: IdentityServer;
  let world: AlertWorld;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    world.time = Date.now();
    const { now, mailer, receiver } = world;
    const wirePolicy = buildWirePolicy({ ranges: "127.0.0.0/8", ports: String(receiver.port), isHttpAllowed: true });
    const secretBox = openSecretBox("a secret of at least 32 characters!!");
    const identity = { postgres, authSecret: "s".repeat(43), tenant: "t1", isDemo: false, now: () => new Date() };
    const options = { ...identity, secretBox, mailer, wirePolicy, publicUrl: "https://w.example", now };
    server = await startIdentityServer(identity, [NotificationsModule.register(options)]);
    const people = await seedDemoPeople({ postgres, tenant: "t1", tenantTitle: "t1", now: new Date() });
    for (const { role, email, password } of people)
      tokens[role] ??= (await askToSignIn(server.url, { email, password })).token;
    const admin = { adminEmail: "berta@example.org", adminPassword: "correct horse battery" };
    await bootstrapIdentity({ postgres, tenant: "t2", tenantTitle: "t2", ...admin, isDemo: false, now: new Date() });
    const foreign = { email: admin.adminEmail, password: admin.adminPassword };
    tokens["foreign"] = (await askToSignIn(server.url, foreign)).token;
    const clients = ["northmart", "halden"].map((id) => ({ id, title: id }));
    for (const tenant of ["t1", "t2"]) await seedRegistry(postgres, tenant, { clients }, now());
    await addInstances();
  }, 90_000);
  afterAll(async () => {
    await server.close();
    await world.close();
    await postgres.close();
  }, 30_000);

  const run = async <Result>(who: string, query: string, variables: Record<string, unknown> = {}) => {
    const headers = { authorization: `Bearer ${tokens[who] ?? ""}` };
    const { data, code } = await ask(server.url, query, { headers, variables });
    return (data?.["answer"] ?? { code }) as Result;
  };
  const instance = (labels: Record<string, string>, state: AlertState) => ({
    ...{ labels, severity: "critical", state: { ...INACTIVE_INSTANCE, state } },
  });
  const addInstances = async () => {
    const definition = parseAlertRule(RULE, ALERT_RULE_KNOWLEDGE);
    const saved = { id: "late", fingerprint: "", createdAt: world.now(), createdBy: "anna" };
    await new AlertRuleRepository(postgres).addVersion("t1", { ...saved, definition: { ...definition } }, 0);
    const instances = {
      a: instance({ client: "northmart", store: "0001" }, "firing"),
      b: instance({ client: "northmart" }, "recovering"),
      c: instance({ client: "halden", system: "erp" }, "pending"),
    };
    const doc = { ...EMPTY_DOCUMENT, instances };
    await postgres.db.insert(schema.alertDocument).values({ tenant: "t1", key: "rule:late", version: 1, doc });
  };
  const addContact = async (who: string, path: string) => {
    const input = { title: path, kind: "WEBHOOK", address: `${world.receiver.url}/${path}` };
    return (await run<{ contact: { id: string; ownerName: string } }>(who, CREATE, { input })).contact;
  };

  it.each([
    ["operations", 2, 1],
    ["auditor", 2, 1],
    ["store_manager", 1, 0],
    ["viewer", 0, 1],
    ["foreign", 0, 0],
  ])("say what a silence of %s would mute: %i that fire, %i that may", async (who, firingCount, pendingCount) => {
    expect(await run(who, PREVIEW, { matchers: ['rule="late"'] })).toMatchObject({ firingCount, pendingCount });
  });

  it("say it by the matchers, and refuse what would mute everything", async () => {
    const preview = (matchers: string[]) => run("operations", PREVIEW, { matchers });
    expect(await preview(['store=~"000."', 'severity!="info"'])).toMatchObject({ firingCount: 1, pendingCount: 0 });
    expect(await preview(['system="erp"'])).toMatchObject({ firingCount: 0, pendingCount: 1 });
    for (const matchers of [[], ['rule=~".*"'], ["what?"]])
      expect(await preview(matchers)).toEqual({ code: "INVALID_FILTER" });
    const labels = "{ answer: alertLabelChoices { name values } }";
    expect(await run("viewer", labels)).toContainEqual({ name: "client", values: ["halden"] });
    expect(await run("foreign", labels)).toEqual([]);
    expect(await run("nobody", labels)).toEqual({ code: "UNAUTHENTICATED" });
  });

  it("count beside each silence what it mutes, of what whoever looks may see", async () => {
    const input = { matchers: ['rule="late"'], endsAt: new Date(world.time + 60_000).toISOString(), comment: "works" };
    const made = await run<{ id: string }>("operations", SILENCE, { input });
    expect(made).toMatchObject({ firingCount: 2, createdByName: "Omar Haddad" });
    const list = "{ answer: alertSilences(sinceDays: 30) { id firingCount } }";
    expect(await run("administrator", list)).toEqual([{ id: made.id, firingCount: 2 }]);
    for (const who of ["store_manager", "viewer", "foreign"]) expect(await run(who, list)).toEqual([]);
  });

  it("name the clients of whose critical alerts nobody hears, to whoever sees all of them", async () => {
    const gaps = (who: string) => run<{ client: string }[]>(who, "{ answer: alertAudienceGaps { client isPartly } }");
    const nobody = ["halden", "northmart"].map((client) => ({ client, isPartly: false }));
    expect((await gaps("operations")).sort((a, b) => (a.client < b.client ? -1 : 1))).toEqual(nobody);
    expect(await gaps("viewer")).toEqual([{ client: "halden", isPartly: false }]);
    expect(await gaps("store_manager")).toEqual([]);
    const { id } = await addContact("operations", "gaps");
    const input = { contact: id, client: "northmart", rules: ["late"], groupBy: ["system"], repeatSeconds: 60 };
    const saved = await run<{ id: string }>("operations", SUBSCRIBE, { input });
    expect(saved).toMatchObject({ groupBy: ["system"], repeatSeconds: 60 });
    expect(await gaps("operations")).toContainEqual({ client: "northmart", isPartly: true });
    await run("operations", SUBSCRIBE, { input: { id: saved.id, contact: id, client: "northmart" } });
    expect(await gaps("operations")).toEqual([{ client: "halden", isPartly: false }]);
    expect(await gaps("foreign")).toHaveLength(2);
  });

  it("say why a contact was never asked, of the contacts one may see", async () => {
    const away = await addContact("operations", "away");
    const none = await addContact("operations", "none");
    await run("operations", SUBSCRIBE, { input: { contact: away.id, client: "northmart" } });
    const incident = await world.story.fire({ client: "halden", labels: { client: "halden" } });
    const reasons = await run<{ contact: string; reason: string }[]>("operations", UNTOLD, { incident });
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ contact: away.id, reason: "Not asked: its subscriptions are about other places." }),
        expect.objectContaining({ contact: none.id, reason: "Not asked: it has no subscription." }),
      ]),
    );
    expect((await run<unknown[]>("administrator", UNTOLD, { incident })).length).toBeGreaterThanOrEqual(2);
    for (const who of ["executive", "viewer", "store_manager", "foreign"])
      expect(await run(who, UNTOLD, { incident })).toEqual([]);
  });

  it("list messages of an incident page by page; tests are seen by those who see the contact", async () => {
    const contact = await addContact("administrator", "log");
    await run("administrator", SUBSCRIBE, { input: { contact: contact.id, client: "halden" } });
    const incidents = [];
    for (const system of ["one", "two", "three"])
      incidents.push(await world.story.fire({ rule: "other", client: "halden", labels: { client: "halden", system } }));
    await world.work();
    const log = (who: string, variables: object) => run<{ id: string }[]>(who, LOG, { ...variables });
    expect(await log("administrator", { incident: incidents[1] })).toMatchObject([{ incidents: [incidents[1]] }]);
    const all = await log("administrator", {});
    const first = await log("administrator", { first: 2 });
    const rest = await log("administrator", { after: first[1]?.id });
    expect([...first, ...rest]).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(3);
    const test = "mutation ($id: ID!) { answer: testAlertContact(id: $id) { ... on NotificationsDone { ids } } }";
    const tested = await run<{ ids: string[] }>("administrator", test, { id: contact.id });
    const sees = async (who: string) => (await log(who, {})).some(({ id }) => id === tested.ids[0]);
    expect([await sees("administrator"), await sees("auditor")]).toEqual([true, true]);
    for (const who of ["operations", "viewer", "foreign"]) expect(await sees(who)).toBe(false);
    expect(await log("viewer", { incident: incidents[0] })).toHaveLength(1);
    for (const who of ["store_manager", "foreign"]) expect(await log(who, { incident: incidents[0] })).toEqual([]);
  });

  it("are changed by their owner alone, besides administrators", async () => {
    const { id, ownerName } = await addContact("operations", "edit");
    expect(ownerName).toBe("Omar Haddad");
    const edit =
      "mutation ($id: ID!, $input: AlertContactEditInput!) { answer: changeAlertContact(id: $id, input: $input) { ... on SavedContact { contact { title mode isFallback } } ... on NotificationProblem { code } } }";
    const input = { title: "Renamed", mode: "GROUPED", isFallback: true };
    expect(await run("operations", edit, { id, input })).toEqual({
      contact: { title: "Renamed", mode: "GROUPED", isFallback: false },
    });
    expect(await run("administrator", edit, { id, input })).toMatchObject({ contact: { isFallback: true } });
    expect(await run("operations", edit, { id, input: { ...input, title: " " } })).toEqual({ code: "INVALID_TITLE" });
    for (const who of ["executive", "foreign"])
      expect(await run(who, edit, { id, input })).toEqual({ code: "NOT_FOUND" });
    expect(await run("auditor", edit, { id, input })).toEqual({ code: "FORBIDDEN" });
  });
});
