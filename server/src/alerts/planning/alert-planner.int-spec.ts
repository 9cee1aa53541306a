import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe("what contacts are told", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
  }, 30_000);
  afterAll(async () => {
    await world.close();
    await postgres.close();
  });
  beforeEach(async () => {
    const { db } = postgres;
    const { alertDocument, alertIncident, alertIntent, alertTransition, contact, delivery, silence, subscription } =
      schema;
    for (const table of [
      alertDocument,
      alertIncident,
      alertIntent,
      alertTransition,
      contact,
      delivery,
      silence,
      subscription,
    ])
      await db.delete(table);
    world.heard();
    world.mails.received.length = 0;
    world.receiver.answer = () => ({ status: 200, body: "ok" });
    world.time += 60 * MINUTE;
  });
  const subjects = () => world.mails.received.splice(0).map(({ mail }) => mail.subject);
  const mail = (given = {}) =>
    world.addContact({ target: { kind: "email", address: "ops@example.org" }, mode: "grouped", ...given });

  it("is each transition at once where machines listen, in order and once", async () => {
    const contact = await world.addContact({ target: world.webhook() });
    for (let time = 0; time < 4; time += 1) {
      await world.story.fire();
      world.time += 5 * SECOND;
      await world.story.resolve();
      await world.pass(5 * SECOND);
    }
    expect(world.heard().map(({ type }) => type)).toEqual(
      Array.from({ length: 4 }, () => ["alert.fired", "alert.resolved"]).flat(),
    );
    expect(new Set(await world.listDispositions(contact))).toEqual(new Set(["fired delivered", "resolved delivered"]));
  });

  it("does not change when a transition comes twice", async () => {
    await world.addContact({ target: world.webhook() });
    const transition = await world.story.commit("fired");
    for (let time = 0; time < 3; time += 1) await world.planner.accept(transition);
    await world.work();
    await world.planner.accept(transition);
    await world.pass(10 * MINUTE);
    expect(world.heard()).toHaveLength(1);
  });

  it("is put together for people, with a fast end", async () => {
    const contact = await mail();
    await world.story.fire({ store: "s1" });
    await world.story.fire({ store: "s2" });
    await world.pass(29 * SECOND);
    expect(subjects()).toEqual([]);
    await world.pass(SECOND);
    expect(subjects()).toEqual(["[FIRING warning] Orders late, 2 incidents"]);
    await world.story.resolve({ store: "s1" });
    await world.story.resolve({ store: "s2" });
    await world.pass(30 * SECOND);
    expect(subjects()).toEqual(["[RESOLVED] Orders late, 2 incidents"]);
    expect(await world.listDispositions(contact)).toEqual([
      ...["fired delivered", "fired delivered", "resolved delivered", "resolved delivered"],
    ]);
  });

  it("is nothing of what began and ended before anybody was told", async () => {
    const contact = await mail();
    await world.story.fire();
    world.time += 10 * SECOND;
    await world.story.resolve();
    await world.pass(6 * MINUTE);
    expect(subjects()).toEqual([]);
    expect(await world.listDispositions(contact)).toEqual([
      "fired resolved_before_notify",
      "resolved resolved_before_notify",
    ]);
  });

  it("keeps clients apart, and rules", async () => {
    await mail();
    await world.story.fire({ client: "c1" });
    await world.story.fire({ client: "c2" });
    await world.story.fire({ client: "c1", rule: "other" });
    await world.pass(30 * SECOND);
    expect(subjects()).toHaveLength(3);
  });

  it("waits while it is silenced, and is told when the silence ends; an end is told whatever is silenced", async () => {
    const contact = await world.addContact({ target: world.webhook() });
    const silence = (id: string, forMs: number, limits = {}) =>
      postgres.db.insert(schema.silence).values({
        ...{ tenant: "t1", id, matchers: [{ label: "rule", op: "=", value: "late" }], comment: "c", createdBy: "anna" },
        limits: JSON.stringify({
          clients: null,
          regions: null,
          stores: null,
          channels: null,
          partners: null,
          ...limits,
        }),
        ...{ startsAt: world.now(), endsAt: new Date(world.time + forMs), createdAt: world.now() },
      });
    await silence("of another client", 60 * MINUTE, { clients: ["c2"] });
    await silence("a", 3 * MINUTE);
    await world.story.fire();
    await world.pass(2 * MINUTE, MINUTE);
    expect(world.heard()).toEqual([]);
    await world.pass(2 * MINUTE, MINUTE);
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.fired"]);
    await silence("b", 60 * MINUTE);
    await world.story.resolve();
    await world.work();
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.resolved"]);
    await world.story.fire();
    world.time += SECOND;
    await world.story.resolve();
    await world.work();
    expect(world.heard()).toEqual([]);
    expect((await world.listDispositions(contact)).slice(2)).toEqual(["fired silenced", "resolved silenced"]);
  });

  it("is the graver one alone while both fire, the other when it ends", async () => {
    await world.addContact({ target: world.webhook() });
    await world.story.fire({ severity: "critical" });
    await world.story.fire({ severity: "warning" });
    await world.work();
    expect(world.heard()).toHaveLength(1);
    await world.story.resolve({ severity: "critical" });
    await world.pass(MINUTE);
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.resolved", "alert.fired"]);
  });

  it("is kept back in quiet hours but for what is critical, and is one digest when they end", async () => {
    const from = new Date(world.time).toISOString().slice(11, 16);
    const to = new Date(world.time + 90 * MINUTE).toISOString().slice(11, 16);
    const quietHours = { zone: "UTC", windows: [{ days: [1, 2, 3, 4, 5, 6, 7], start: from, end: to }] };
    const contact = await mail({ subscription: { options: { quietHours } } });
    await world.story.fire({ severity: "critical", rule: "grave" });
    await world.story.fire({ store: "s1" });
    await world.story.fire({ store: "s2", rule: "other" });
    await world.pass(5 * MINUTE, MINUTE);
    expect(subjects()).toEqual(["[FIRING critical] Orders late, s1"]);
    await world.story.resolve({ store: "s2", rule: "other" });
    await world.pass(95 * MINUTE, 5 * MINUTE);
    const [digest, ...more] = world.mails.received.splice(0);
    expect(more).toEqual([]);
    expect(digest?.mail.subject).toBe("[DIGEST warning] Orders late, s1");
    expect(digest?.mail.text).toContain("1 incident began and ended in quiet hours.");
    expect((await world.listDispositions(contact)).sort()).toEqual([
      ...["fired delivered", "fired quiet_digest", "fired quiet_digest", "resolved quiet_digest"],
    ]);
  });

  it("is one end of what flaps, 15 minutes after its last", async () => {
    const target = { kind: "pagerduty" as const, routingKey: "R".repeat(32), url: `${world.receiver.url}/hook` };
    const contact = await world.addContact({ target });
    for (let time = 0; time < 4; time += 1) {
      await world.story.fire();
      await world.pass(MINUTE);
      await world.story.resolve();
      await world.pass(MINUTE);
    }
    const heard = world.heard();
    expect(heard.map(({ type }) => type)).toEqual(["trigger", "resolve", "trigger", "resolve", "trigger"]);
    await world.pass(15 * MINUTE, MINUTE);
    const [last] = world.heard();
    expect(last?.type).toBe("resolve");
    expect(last?.body["dedup_key"]).toBe(heard.at(-1)?.body["dedup_key"]);
    expect((await world.listDispositions(contact)).slice(4)).toEqual([
      ...["fired delivered", "resolved flap_collapsed", "fired flap_collapsed", "resolved delivered"],
    ]);
  });

  it("is one digest every five minutes in a storm", async () => {
    const contact = await mail({ mode: "event" });
    for (let index = 0; index < 26; index += 1)
      await world.story.fire({ labels: { n: String(index) }, rule: `r${index}` });
    await world.work();
    expect(subjects()).toHaveLength(20);
    await world.pass(5 * MINUTE, MINUTE);
    const [digest] = world.mails.received.splice(0);
    expect(digest?.mail.text).toContain("6 messages in 5 min are told together.");
    expect((await world.listDispositions(contact)).filter((end) => end === "fired storm_digest")).toHaveLength(6);
  });

  it("is one message when the first could not be sent before the end", async () => {
    const contact = await mail({ mode: "event" });
    world.mails.refuse = () => 450;
    await world.story.fire();
    await world.work();
    world.mails.refuse = () => undefined;
    await world.story.resolve();
    await world.work();
    const [one, ...more] = world.mails.received.splice(0);
    expect(more).toEqual([]);
    expect(one?.mail.subject).toBe("[RESOLVED] Orders late, s1");
    expect(one?.mail.text).toContain("began and ended before");
    expect(await world.listDispositions(contact)).toEqual(["fired delivered", "resolved delivered"]);
  });

  it("is neither trigger nor end at a service that heard neither", async () => {
    const target = { kind: "pagerduty" as const, routingKey: "R".repeat(32), url: `${world.receiver.url}/hook` };
    const contact = await world.addContact({ target });
    await world.story.fire();
    await world.story.resolve();
    await world.work();
    expect(world.heard()).toEqual([]);
    expect(await world.listDispositions(contact)).toEqual(["fired superseded", "resolved superseded"]);
  });

  it("is told by steps while nobody takes it on, and the end to everyone who was told", async () => {
    const first = await world.addContact({ target: world.webhook("first") });
    const second = await world.addContact({ target: world.webhook("second"), subscription: null });
    const steps = [
      { afterMinutes: 0, contacts: [first] },
      { afterMinutes: 15, contacts: [second] },
      { afterMinutes: 15, contacts: [first], repeats: true },
    ];
    await postgres.db.insert(schema.escalationPolicy).values({
      tenant: "t1",
      id: "default",
      version: 1,
      title: "d",
      steps,
      createdBy: "anna",
      createdAt: world.now(),
    });
    const incident = await world.story.fire({ severity: "critical" });
    await world.work();
    expect(world.heard("first").map(({ type }) => type)).toEqual(["alert.fired", "alert.escalated"]);
    await world.pass(14 * MINUTE + 59 * SECOND);
    expect(world.heard("second")).toEqual([]);
    await world.pass(SECOND);
    expect(world.heard("second").map(({ type }) => type)).toEqual(["alert.escalated"]);
    await world.story.acknowledge("t1", incident);
    await world.pass(30 * MINUTE, 5 * MINUTE);
    expect(world.heard("first")).toEqual([]);
    await world.story.resolve({ severity: "critical" });
    await world.work();
    expect([world.heard("first"), world.heard("second")].map((heard) => heard.map(({ type }) => type))).toEqual([
      ["alert.resolved"],
      ["alert.resolved"],
    ]);
    await postgres.db.delete(schema.escalationPolicy);
  });

  it("never leaves a tenant, nor what somebody may see", async () => {
    await world.addPerson("berta", {}, "t2");
    await world.addPerson("carl", { clients: ["c2"] });
    await world.addContact({ tenant: "t2", target: world.webhook("berta"), owner: "berta" });
    await world.addContact({ target: world.webhook("carl"), owner: "carl" });
    await world.addContact({ target: world.webhook("anna") });
    await world.story.fire({ client: "c1" });
    await world.work();
    expect(["berta", "carl", "anna"].map((path) => world.heard(path).length)).toEqual([0, 0, 1]);
  });

  it("is nothing any more of what somebody lost between the decision and the sending", async () => {
    await world.addPerson("dora");
    const contact = await world.addContact({ target: world.webhook(), owner: "dora" });
    await world.story.fire();
    await postgres.db
      .update(schema.grant)
      .set({ scope: { clients: ["c2"] } })
      .where(eq(schema.grant.userId, "dora"));
    await world.work();
    expect(world.heard()).toEqual([]);
    expect(await world.listDispositions(contact)).toEqual(["fired no_permission"]);
  });
});
