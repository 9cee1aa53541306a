import { migratePostgres, openEmbeddedPostgres, openSecretBox, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import Fastify from "fastify";
import pino from "pino";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { seedDemoPeople } from "../../identity/testing/seed-demo-people.js";
import { startIdentityServer, type IdentityServer } from "../../identity/testing/start-identity-server.js";
import { AlertLinksService } from "../links/alert-links.service.js";
import { buildLinkToken } from "../links/link-token.js";
import { serveAlertLinks } from "../links/serve-alert-links.js";
import { NotificationsModule } from "../notifications.module.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { AlertWatch } from "../watch/alert-watch.js";
import { buildWirePolicy } from "../wire/wire-policy.js";
import { Wire } from "../wire/wire.js";

const SECRET = "s".repeat(43);
const CONTACT =
  "... on SavedContact { secret contact { id kind mode hint isConfirmed trouble } } ... on NotificationProblem { code }";
const CREATE = `mutation ($input: AlertContactInput!) { answer: createAlertContact(input: $input) { ${CONTACT} } }`;
const DONE = "... on NotificationsDone { ids } ... on NotificationProblem { code }";
const TEST = `mutation ($id: ID!) { answer: testAlertContact(id: $id) { ${DONE} } }`;
const REPLAY = `mutation ($ids: [ID!]!) { answer: replayAlertDeliveries(ids: $ids) { ${DONE} } }`;
const SUBSCRIBE =
  "mutation ($input: AlertSubscriptionInput!) { answer: saveAlertSubscription(input: $input) { ... on AlertSubscription { id client severities bypass quietHours { zone } } ... on NotificationProblem { code } } }";
const SILENCE =
  "mutation ($input: AlertSilenceInput!) { answer: createAlertSilence(input: $input) { ... on AlertSilence { id matchers } ... on NotificationProblem { code } } }";
const LIST = "{ alertContacts { title hint } alertSilences { id } alertDeliveries { id state request } }";

interface Answer {
  readonly id?: string;
  readonly code?: string;
  readonly ids?: string[];
  readonly secret?: string | null;
  readonly contact?: { readonly id: string };
}

describe("notifications over GraphQL", () => {
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
    const options = { postgres, authSecret: SECRET, tenant: "t1", isDemo: false, now: () => new Date() };
    const module = { ...options, secretBox, mailer, wirePolicy, publicUrl: "https://w.example", now };
    server = await startIdentityServer(options, [NotificationsModule.register(module)]);
    const people = await seedDemoPeople({ postgres, tenant: "t1", tenantTitle: "t1", now: new Date() });
    for (const { role, email, password } of people)
      tokens[role] ??= (await askToSignIn(server.url, { email, password })).token;
    const admin = { adminEmail: "berta@example.org", adminPassword: "correct horse battery" };
    await bootstrapIdentity({ postgres, tenant: "t2", tenantTitle: "t2", ...admin, isDemo: false, now: new Date() });
    tokens["foreign"] = (
      await askToSignIn(server.url, { email: admin.adminEmail, password: admin.adminPassword })
    ).token;
  }, 90_000);
  afterAll(async () => {
    await server.close();
    await world.close();
    await postgres.close();
  }, 30_000);

  const run = (who: string, query: string, variables: Record<string, unknown> = {}) =>
    ask(server.url, query, { headers: { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
  const change = async (who: string, query: string, variables: Record<string, unknown>) => {
    const { data, code } = await run(who, query, variables);
    return (data?.["answer"] ?? { code }) as Answer;
  };
  const create = (who: string, input: Record<string, unknown>) => change(who, CREATE, { input });
  const webhook = (path: string) => ({ title: path, kind: "WEBHOOK", address: `${world.receiver.url}/${path}` });

  it("make a contact whose secrets are shown once and never again, and test it the whole way", async () => {
    const made = await create("administrator", webhook("s3cretpath"));
    expect(made.secret).toMatch(/^whsec_/);
    const tested = await change("administrator", TEST, { id: made.contact?.id });
    await world.work();
    expect(world.heard("s3cretpath").map(({ type }) => type)).toEqual(["test"]);
    const shown = await run("administrator", LIST);
    expect(shown.data?.["alertDeliveries"]).toMatchObject([{ id: tested.ids?.[0], state: "DELIVERED" }]);
    const all = JSON.stringify([
      shown,
      await postgres.db.select().from(schema.contact),
      await postgres.db.select().from(schema.alertAudit),
      await postgres.db.select().from(schema.delivery),
    ]);
    expect(all).not.toContain(made.secret);
    expect(all).not.toContain(`${world.receiver.url}/s3cretpath`);
  });

  it.each([
    [{ title: "x", kind: "SLACK", address: "http://169.254.169.254/" }, "INVALID_TARGET"],
    [{ title: "x", kind: "TEAMS", address: "https://10.0.0.1/" }, "INVALID_TARGET"],
    [{ title: "x", kind: "PAGERDUTY", routingKey: "short" }, "INVALID_TARGET"],
    [{ title: "x", kind: "EMAIL", address: "a@b\r\nBcc: c@d" }, "INVALID_TARGET"],
    [{ title: " ", kind: "EMAIL", address: "a@example.org" }, "INVALID_TITLE"],
  ])("refuse %j: %s", async (input, code) => expect(await create("operations", input)).toMatchObject({ code }));

  it("are for roles that work with alerts; auditors see, keys and strangers do nothing", async () => {
    for (const role of ["analyst", "viewer", "auditor"]) {
      expect(await create(role, webhook("no"))).toMatchObject({ code: "FORBIDDEN" });
      expect(await change(role, REPLAY, { ids: ["x"] })).toMatchObject({ code: "FORBIDDEN" });
      const input = { matchers: ["rule=late"], endsAt: new Date(world.time + 1_000).toISOString(), comment: "c" };
      expect(await change(role, SILENCE, { input })).toMatchObject({ code: "FORBIDDEN" });
    }
    expect((await run("nobody", LIST)).code).toBe("UNAUTHENTICATED");
    expect((await run("auditor", LIST)).data?.["alertContacts"]).toHaveLength(1);
    expect((await run("viewer", LIST)).data?.["alertContacts"]).toEqual([]);
  });

  it("stay within their tenant, and a contact with its owner", async () => {
    const { contact } = await create("administrator", webhook("mine"));
    for (const who of ["foreign", "operations"]) {
      expect(await change(who, TEST, { id: contact?.id })).toMatchObject({ code: "NOT_FOUND" });
      expect(await change(who, SUBSCRIBE, { input: { contact: contact?.id } })).toMatchObject({ code: "NOT_FOUND" });
    }
    const [delivery] = await postgres.db.select().from(schema.delivery);
    expect(await change("foreign", REPLAY, { ids: [delivery?.id] })).toMatchObject({ code: "NOT_FOUND" });
    expect((await run("foreign", LIST)).data).toEqual({ alertContacts: [], alertSilences: [], alertDeliveries: [] });
  });

  it("subscribe to what the caller may see and no more", async () => {
    const { contact } = await create("store_manager", webhook("store"));
    const [grant] = (await postgres.db.select().from(schema.grant)).filter(
      ({ role, tenant }) => role === "store_manager" && tenant === "t1",
    );
    const save = (input: object) => change("store_manager", SUBSCRIBE, { input: { contact: contact?.id, ...input } });
    expect(await save({ client: "no-client-of-theirs", store: "x" })).toMatchObject({ code: "WIDER_THAN_SCOPE" });
    expect(await save({ matchers: ["what?"] })).toMatchObject({ code: "INVALID_FILTER" });
    expect(await save({ quietHours: { zone: "Mars", windows: [] } })).toMatchObject({ code: "INVALID_OPTIONS" });
    const quietHours = { zone: "Europe/Berlin", windows: [{ days: [1], start: "22:00", end: "06:00" }] };
    expect(await save({ severities: ["CRITICAL"], quietHours })).toMatchObject({
      ...{ client: "", severities: ["CRITICAL"], bypass: ["CRITICAL"], quietHours: { zone: "Europe/Berlin" } },
    });
    const [row] = await postgres.db
      .select()
      .from(schema.subscription)
      .where(eq(schema.subscription.contact, contact?.id ?? ""));
    expect(JSON.parse(row?.limits ?? "")).toMatchObject(grant?.scope ?? { clients: "limits are missing" });
  });

  it("mute within the caller's scope, end by hand, and refuse what mutes everything", async () => {
    const silence = (input: object) =>
      change("operations", SILENCE, {
        input: {
          matchers: ['rule="late"'],
          endsAt: new Date(world.time + 3_600_000).toISOString(),
          comment: "works",
          ...input,
        },
      });
    expect(await silence({ matchers: ['rule=~".*"'] })).toMatchObject({ code: "INVALID_FILTER" });
    expect(await silence({ matchers: [] })).toMatchObject({ code: "INVALID_FILTER" });
    expect(await silence({ comment: " " })).toMatchObject({ code: "COMMENT_MISSING" });
    expect(await silence({ endsAt: new Date(world.time + 31 * 86_400_000).toISOString() })).toMatchObject({
      code: "INVALID_TIME",
    });
    const made = await silence({});
    expect(made).toMatchObject({ matchers: ['rule="late"'] });
    const end =
      "mutation ($id: ID!) { answer: expireAlertSilence(id: $id) { ... on AlertSilence { id } ... on NotificationProblem { code } } }";
    expect(await change("foreign", end, { id: made.id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await change("operations", end, { id: made.id })).toEqual({ id: made.id });
    expect(await change("operations", end, { id: made.id })).toMatchObject({ code: "INVALID_TIME" });
  });

  it("send a dead letter again with its id, and say why each contact was told", async () => {
    const contact = await world.addContact({ target: world.webhook("dead") });
    world.receiver.answer = () => ({ status: 405 });
    const incident = await world.story.fire();
    await world.work();
    const [first] = world.heard("dead");
    world.receiver.answer = () => ({ status: 200 });
    const query = "query ($incident: ID!) { alertDispositions(incident: $incident) { contact disposition delivery } }";
    const list = async (who: string) =>
      (await run(who, query, { incident })).data?.["alertDispositions"] as { disposition: string; delivery: string }[];
    const [before] = (await list("administrator")).filter((each) => "contact" in each && each.contact === contact);
    expect(before).toMatchObject({ disposition: "DEAD_LETTERED" });
    expect(await list("foreign")).toEqual([]);
    expect(await change("administrator", REPLAY, { ids: [before?.delivery] })).toEqual({ ids: [before?.delivery] });
    await world.work();
    expect(world.heard("dead").map(({ id }) => id)).toEqual([first?.id]);
    expect((await list("administrator"))[0]).toMatchObject({ disposition: "DELIVERED" });
  });

  it("ask whoever reads an address to confirm it; a link acts by POST alone, for its own contact", async () => {
    world.mails.received.length = 0;
    const made = await create("operations", { title: "team", kind: "EMAIL", address: "team@example.org" });
    expect(made.contact).toMatchObject({ isConfirmed: false });
    expect(await change("operations", TEST, { id: made.contact?.id })).toMatchObject({ code: "NOT_CONFIRMED" });
    const path = /https:\/\/w\.example(\/links\/alerts\/\S+)/.exec(world.mails.received[0]?.mail.text ?? "")?.[1] ?? "";
    const app = Fastify();
    const parts = { postgres, registry: world.registry, secret: SECRET, now: world.now };
    const buildToken = (link: Parameters<typeof buildLinkToken>[1]) => buildLinkToken(SECRET, link);
    const expiresAt = world.time + 60_000;
    serveAlertLinks(app, new AlertLinksService({ ...parts, buildToken: (link) => buildToken({ ...link, expiresAt }) }));
    await app.listen({ port: 0, host: "127.0.0.1" });
    const origin = app.listeningOrigin;
    const isConfirmed = async () =>
      (
        await postgres.db
          .select()
          .from(schema.contact)
          .where(eq(schema.contact.id, made.contact?.id ?? ""))
      )[0]?.confirmedAt !== null;
    const page = await fetch(origin + path);
    expect(await page.text()).toContain('<form method="post"');
    expect(await isConfirmed()).toBe(false);
    expect((await fetch(`${origin}${path}x`, { method: "POST" })).status).toBe(404);
    expect((await fetch(origin + path, { method: "POST" })).status).toBe(200);
    expect(await isConfirmed()).toBe(true);
    const saved = await change("operations", SUBSCRIBE, { input: { contact: made.contact?.id } });
    const link = { tenant: "t1", contact: made.contact?.id ?? "", subscription: saved.id ?? "" };
    const act = (given: object) =>
      fetch(`${origin}/links/alerts/${buildToken({ purpose: "unsubscribe", ...link, expiresAt, ...given })}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
    const count = async () =>
      (
        await postgres.db
          .select()
          .from(schema.subscription)
          .where(eq(schema.subscription.id, saved.id ?? ""))
      ).length;
    expect((await act({ expiresAt: world.time })).status).toBe(404);
    await act({ tenant: "t2" });
    await act({ contact: "another" });
    expect(await count()).toBe(1);
    expect((await act({})).status).toBe(200);
    expect(await count()).toBe(0);
    await app.close();
  });

  it("say outside that alerting works, nothing when it does not, and mail somebody directly", async () => {
    const policy = buildWirePolicy({ ranges: "127.0.0.0/8", ports: String(world.receiver.port), isHttpAllowed: true });
    const watch = new AlertWatch({
      ...{ postgres, wire: new Wire(policy), mailer: world.mailer, now: world.now, logger: pino({ level: "silent" }) },
      ...{ heartbeatUrl: `${world.receiver.url}/beat`, alarmEmail: "alarm@example.org" },
    });
    world.mails.received.length = 0;
    await watch.run();
    expect(world.heard("beat").map(({ type }) => type)).toEqual(["alert.heartbeat"]);
    const nextAt = world.now();
    await postgres.db
      .insert(schema.alertDocument)
      .values({ tenant: "t1", key: "rule:stuck", version: 1, doc: {}, nextAt });
    world.time += 100_000;
    await watch.run();
    expect(world.heard("beat")).toEqual([]);
    expect(world.mails.received).toEqual([]);
    world.time += 210_000;
    await watch.run();
    await watch.run();
    expect(world.mails.received.map(({ to, mail }) => [to[0], mail.subject])).toEqual([
      ["alarm@example.org", "Watchfloor: alerting is behind"],
    ]);
  });
});
