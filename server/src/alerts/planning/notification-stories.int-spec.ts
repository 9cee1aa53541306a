import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { AlertWorld, openAlertWorld, type TestContact } from "../testing/open-alert-world.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];

describe("stories of notifications", () => {
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
    const { alertDocument, alertIncident, alertIntent, alertTransition, contact, delivery, silence, subscription } =
      schema;
    const tables = [alertDocument, alertIncident, alertIntent, alertTransition, contact, delivery, silence];
    for (const table of [...tables, subscription]) await postgres.db.delete(table);
    world.mails.received.length = 0;
    world.receiver.received.length = 0;
    world.receiver.answer = () => ({ status: 200, body: "ok" });
    world.time = Math.ceil(world.time / HOUR) * HOUR + HOUR;
  });
  const mail = (given: Partial<TestContact> = {}) =>
    world.addContact({ target: { kind: "email", address: "ops@example.org" }, mode: "grouped", ...given });
  const pager = (given: Partial<TestContact> = {}) =>
    world.addContact({
      target: { kind: "pagerduty", routingKey: "R".repeat(32), url: `${world.receiver.url}/pager` },
      ...given,
    });
  const subjects = () => world.mails.received.splice(0).map((each) => each.mail.subject);
  const types = (path?: string) => world.heard(path).map(({ type }) => type);
  /** The process ends and another begins: nothing but what is stored goes on. */
  const restart = () => {
    const { time, receiver, mails, mailer } = world;
    world = new AlertWorld(postgres, receiver, mails, mailer);
    world.time = time;
  };
  const muteFor = (id: string, forMs: number) =>
    postgres.db.insert(schema.silence).values({
      ...{ tenant: "t1", id, matchers: [{ label: "store", op: "=", value: "s1" }], comment: "c", createdBy: "anna" },
      limits: JSON.stringify({ clients: null, regions: null, stores: null, channels: null, partners: null }),
      ...{ startsAt: world.now(), endsAt: new Date(world.time + forMs), createdAt: world.now() },
    });
  const quietFor = (hours: number) => {
    const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
    const window = { days: ALL_WEEK, start: clock(world.time), end: clock(world.time + hours * HOUR) };
    return { options: { quietHours: { zone: "UTC", windows: [window] } } };
  };

  it("G9: 250 that fire at once are one mail", async () => {
    const mailed = await mail();
    for (let index = 0; index < 250; index += 1)
      await world.story.fire({ severity: "critical", labels: { n: String(index) } });
    await world.pass(5 * MINUTE, MINUTE);
    const [only, ...more] = world.mails.received;
    expect(more).toEqual([]);
    expect(only?.mail.subject).toBe("[FIRING critical] Orders late, 250 incidents");
    expect(only?.mail.text).toContain("and 150 more");
    const ends = await world.listDispositions(mailed);
    expect([ends.length, new Set(ends)]).toEqual([250, new Set(["fired delivered"])]);
  }, 240_000);

  it("M16: so many that each would be a message are 20 and a digest in a chat, 100 pages and a digest on call", async () => {
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/chat` }, mode: "event" });
    await pager();
    for (let index = 0; index < 110; index += 1)
      await world.story.fire({ severity: "critical", labels: { n: String(index) } });
    await world.pass(5 * MINUTE, MINUTE);
    expect(types("chat")).toHaveLength(21);
    expect(types("pager")).toHaveLength(101);
  }, 120_000);

  it("G10: lists what ended once, beside what goes on", async () => {
    await mail();
    for (const store of ["s1", "s2"]) await world.story.fire({ store });
    await world.pass(30 * SECOND);
    await world.story.resolve({ store: "s1" });
    await world.pass(11 * MINUTE, MINUTE);
    const [, second, ...more] = world.mails.received;
    expect(more).toEqual([]);
    expect(second?.mail.text).toContain("resolved: Orders late, s1");
    expect(second?.mail.text).toContain("warning: Orders late, s2");
  });

  it("G13: of a message that several are in, whoever lost one is told the others, and the one ends as not permitted", async () => {
    await world.addPerson("emil");
    const contact = await mail({ owner: "emil" });
    for (const store of ["s1", "s2"]) await world.story.fire({ store });
    world.mails.refuse = () => 450;
    await world.pass(30 * SECOND);
    await postgres.db
      .update(schema.grant)
      .set({ scope: { stores: ["s1"] } })
      .where(eq(schema.grant.userId, "emil"));
    world.mails.refuse = () => undefined;
    await world.pass(10 * SECOND);
    const [only, ...more] = world.mails.received.splice(0);
    expect(more).toEqual([]);
    expect(only?.mail.text).not.toContain("s2");
    expect((await world.listDispositions(contact)).sort()).toEqual(["fired delivered", "fired no_permission"]);
    for (const store of ["s1", "s2"]) await world.story.resolve({ store });
    await world.pass(6 * MINUTE, MINUTE);
    const ends = world.mails.received.splice(0);
    expect(ends.map((each) => each.mail.subject)).toEqual(["[RESOLVED] Orders late, s1"]);
  });

  it("G14: repeats after four hours, across a restart, not while somebody has it, and again afterwards", async () => {
    await mail();
    const incident = await world.story.fire();
    await world.pass(30 * SECOND);
    restart();
    await world.pass(4 * HOUR, 20 * MINUTE);
    expect(subjects()).toHaveLength(2);
    await world.story.acknowledge("t1", incident);
    await world.pass(8 * HOUR, HOUR);
    expect(subjects()).toEqual([]);
    await postgres.db.update(schema.alertIncident).set({ status: "open", acknowledgedAt: null });
    await world.pass(10 * MINUTE, 5 * MINUTE);
    expect(subjects()).toHaveLength(1);
  }, 60_000);

  it("G15, G16: a wait of nothing tells at the next look; four flaps in a minute are eight messages in order", async () => {
    await mail({ subscription: { options: { waitSeconds: 0 } } });
    await world.addContact({ target: world.webhook() });
    for (let flap = 0; flap < 4; flap += 1) {
      await world.story.fire();
      await world.work();
      if (flap === 0) expect(subjects()).toHaveLength(1);
      world.time += 5 * SECOND;
      await world.story.resolve();
      await world.work();
      world.time += 5 * SECOND;
    }
    const heard = world.heard().map(({ type, body }) => ({ type, seq: (body["data"] as { seq: number }).seq }));
    expect(heard.map(({ type }) => type)).toEqual([1, 2, 3, 4].flatMap(() => ["alert.fired", "alert.resolved"]));
    expect(heard.map(({ seq }) => seq)).toEqual(heard.map(({ seq }) => seq).sort((left, right) => left - right));
  });

  it("M4, M5: a silence between two ticks changes nothing; of two that overlap the later end counts", async () => {
    await mail();
    await world.story.fire({ store: "s2" });
    await world.pass(30 * SECOND);
    await world.story.fire();
    await muteFor("short", MINUTE);
    await world.pass(5 * MINUTE, MINUTE);
    expect(subjects()).toHaveLength(2);
    await muteFor("a", 2 * MINUTE);
    await muteFor("b", 20 * MINUTE);
    await world.story.fire({ rule: "other" });
    await world.pass(19 * MINUTE, 60 * SECOND);
    expect(subjects()).toEqual([]);
    await world.pass(6 * MINUTE, 60 * SECOND);
    expect(subjects()).toEqual(["[FIRING warning] Orders late, s1"]);
  });

  it("M11, M13, M14: a silenced source mutes still; what was told before its source is told its end; both end in one slot", async () => {
    await world.addContact({ target: world.webhook() });
    await muteFor("source", HOUR);
    await world.story.fire({ severity: "critical" });
    await postgres.db.delete(schema.silence);
    await muteFor("critical", HOUR);
    await postgres.db.update(schema.silence).set({ matchers: [{ label: "severity", op: "=", value: "critical" }] });
    await world.story.fire({ severity: "warning" });
    await world.pass(3 * MINUTE, MINUTE);
    expect(types()).toEqual([]);
    await postgres.db.delete(schema.silence);
    await world.story.fire({ severity: "warning", store: "s2" });
    await world.story.fire({ severity: "critical", store: "s2" });
    await world.pass(2 * MINUTE, MINUTE);
    expect(types()).toEqual(["alert.fired", "alert.fired", "alert.fired"]);
    await world.story.resolve({ severity: "critical", store: "s2" });
    await world.story.resolve({ severity: "warning", store: "s2" });
    await world.pass(MINUTE);
    expect(types()).toEqual(["alert.resolved", "alert.resolved"]);
  });

  it.each([
    ["14:59", 15 * MINUTE - SECOND, 0],
    ["15:01", 15 * MINUTE + SECOND, 2],
  ])("M15, M17: what flaps and fires again after %s, a restart between, tells so much", async (_, after, told) => {
    await pager();
    for (let flap = 0; flap < 3; flap += 1) {
      await world.story.fire();
      await world.pass(MINUTE);
      await world.story.resolve();
      world.time += flap === 2 ? 0 : MINUTE;
    }
    await world.work();
    expect(types("pager")).toEqual(["trigger", "resolve", "trigger", "resolve", "trigger"]);
    restart();
    await world.pass(after, after - 10 * SECOND);
    await world.story.fire();
    await world.work();
    expect(types("pager")).toHaveLength(told);
  });

  it("M17: a storm goes on after a restart and is over after ten calm minutes", async () => {
    await mail({ mode: "event" });
    for (let index = 0; index < 25; index += 1) await world.story.fire({ rule: `r${index}` });
    await world.work();
    expect(subjects()).toHaveLength(20);
    restart();
    await world.story.fire({ rule: "one more" });
    await world.pass(5 * MINUTE, MINUTE);
    const [digest, ...none] = world.mails.received.splice(0);
    expect(none).toEqual([]);
    expect(digest?.mail.text).toContain("6 messages in 5 min are told together.");
    await world.pass(25 * MINUTE, MINUTE);
    expect(subjects()).toEqual([]);
    await world.story.fire({ rule: "calm" });
    await world.work();
    expect(subjects()).toEqual(["[FIRING warning] Orders late, s1"]);
  });

  it("Q7, Q8: what is held goes by the hours in force at each look: shorter ones, another zone or none let it go", async () => {
    const contact = await mail({ subscription: quietFor(6) });
    await world.story.fire();
    await world.pass(HOUR, 20 * MINUTE);
    expect(subjects()).toEqual([]);
    const inAnotherZone = JSON.parse(JSON.stringify(quietFor(6).options).replace("UTC", "Asia/Tokyo")) as object;
    await postgres.db.update(schema.subscription).set({ options: inAnotherZone as Readonly<Record<string, unknown>> });
    await world.pass(6 * HOUR, HOUR);
    expect(subjects()).toHaveLength(1);
    expect((await world.listDispositions(contact))[0]).toBe("fired quiet_digest");
  }, 60_000);

  it("Q10: a restart while quiet hours hold something loses nothing and tells it once", async () => {
    await mail({ subscription: quietFor(2) });
    await world.story.fire();
    await world.pass(HOUR, 10 * MINUTE);
    restart();
    await world.pass(90 * MINUTE, 10 * MINUTE);
    expect(subjects()).toEqual(["[DIGEST warning] Orders late, s1"]);
  });
});
