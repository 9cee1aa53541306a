import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { sealTarget } from "../contacts/target-box.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { claimDeliveries } from "./claim-deliveries.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe("DeliveryWorker", () => {
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
    const { alertDocument, alertIncident, alertIntent, alertTransition, contact, delivery, subscription } = schema;
    for (const table of [alertDocument, alertIncident, alertIntent, alertTransition, contact, delivery, subscription])
      await postgres.db.delete(table);
    world.heard();
    world.takeOwnersTold();
    world.receiver.answer = () => ({ status: 200, body: "ok" });
    world.time += HOUR;
  });
  const answer = (status: number, headers = {}) => {
    world.receiver.answer = () => ({ status, headers });
  };
  const findContact = async (id: string) =>
    (await postgres.db.select().from(schema.contact).where(eq(schema.contact.id, id)))[0];
  const types = (path?: string) => world.heard(path).map(({ type }) => type);

  it("tries again with the same id, and the end waits for the beginning", async () => {
    const contact = await world.addContact({ target: world.webhook() });
    answer(503);
    await world.story.fire();
    await world.work();
    await world.story.resolve();
    await world.work();
    answer(200);
    const [failed, ...none] = world.heard();
    expect(none).toEqual([]);
    await world.pass(5 * SECOND);
    const [fired, resolved] = world.heard();
    expect([failed?.id, failed?.type, fired?.type, resolved?.type]).toEqual([
      fired?.id,
      ...["alert.fired", "alert.fired", "alert.resolved"],
    ]);
    expect(await world.listDispositions(contact)).toEqual(["fired delivered", "resolved delivered"]);
  });

  it("does not keep other incidents waiting", async () => {
    await world.addContact({ target: world.webhook() });
    world.receiver.answer = ({ body }) => ({ status: body.includes('"store":"s1"') ? 500 : 200 });
    await world.story.fire({ store: "s1" });
    await world.story.fire({ store: "s2" });
    await world.work();
    expect(types()).toHaveLength(2);
    const states = await postgres.db.select({ state: schema.delivery.state }).from(schema.delivery);
    expect(states.map(({ state }) => state).sort()).toEqual(["delivered", "pending"]);
  });

  it("waits as long as it is asked to", async () => {
    await world.addContact({ target: world.webhook() });
    answer(429, { "retry-after": "90" });
    await world.story.fire();
    await world.work();
    answer(200);
    await world.pass(89 * SECOND);
    expect(types()).toHaveLength(1);
    await world.pass(2 * SECOND);
    expect(types()).toEqual(["alert.fired"]);
  });

  it("ends in a dead letter, passes what is critical on, tells the owner once, and does not tell an end without a beginning", async () => {
    const broken = await world.addContact({ target: world.webhook("broken") });
    await world.addContact({ target: world.webhook("fallback"), row: { isFallback: true }, subscription: null });
    world.receiver.answer = ({ path }) => ({ status: path === "/broken" ? 405 : 200 });
    for (const store of ["s1", "s2"]) await world.story.fire({ severity: "critical", store });
    await world.work();
    await world.story.resolve({ severity: "critical", store: "s1" });
    await world.work();
    expect(types("broken")).toHaveLength(2);
    expect(types("fallback")).toEqual(["alert.fired", "alert.fired"]);
    expect(world.takeOwnersTold()).toHaveLength(1);
    expect(await world.listDispositions(broken)).toEqual([
      ...["fired dead_lettered", "fired dead_lettered", "resolved superseded"],
    ]);
    world.time += 25 * HOUR;
    await world.story.fire({ severity: "critical", store: "s1" });
    await world.work();
    expect(world.takeOwnersTold()).toHaveLength(1);
  });

  it("sends less once where the message is not taken", async () => {
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/hook` } });
    world.receiver.answer = ({ body }) =>
      body.includes("blocks") ? { status: 400, body: "invalid_blocks" } : { status: 200, body: "ok" };
    await world.story.fire();
    await world.work();
    expect(world.heard().map(({ body }) => Object.keys(body))).toEqual([["text", "blocks"], ["text"]]);
  });

  it("tells nothing more to an address that is gone, or that refused three mails", async () => {
    const gone = await world.addContact({ target: world.webhook() });
    answer(410);
    await world.story.fire();
    await world.work();
    expect(await findContact(gone)).toMatchObject({ isEnabled: false });
    await world.story.fire({ store: "s2" });
    expect((await world.listDispositions(gone)).sort()).toEqual(["fired contact_disabled", "fired dead_lettered"]);
    const mail = await world.addContact({ target: { kind: "email", address: "x@example.org" } });
    world.mails.refuse = () => 550;
    for (const rule of ["a", "b", "c"]) await world.story.fire({ rule });
    await world.work();
    world.mails.refuse = () => undefined;
    expect(await findContact(mail)).toMatchObject({ isEnabled: false, refusals: 3 });
  });

  it("leaves an endpoint alone after five failures, then probes it with one message", async () => {
    await world.addContact({ target: world.webhook() });
    answer(500);
    for (const rule of ["a", "b", "c", "d", "e", "f", "g"]) await world.story.fire({ rule });
    await world.pass(3 * SECOND, SECOND);
    const before = types().length;
    await world.pass(20 * SECOND, 5 * SECOND);
    expect(types()).toEqual([]);
    expect(before).toBeGreaterThanOrEqual(5);
    answer(200);
    await world.pass(65 * SECOND);
    await world.pass(10 * MINUTE, MINUTE);
    expect(types()).toHaveLength(7);
  });

  it("says late that something still fires, and nothing of what is over", async () => {
    const contact = await world.addContact({ target: world.webhook() });
    answer(503);
    await world.story.fire({ store: "s1" });
    await world.story.fire({ store: "s2" });
    await world.pass(7 * HOUR, HOUR);
    await world.story.commit("resolved", { store: "s2" });
    answer(200);
    world.heard();
    await world.pass(9 * HOUR, HOUR);
    const [late, ...more] = world.heard();
    expect(more).toEqual([]);
    expect(JSON.stringify(late?.body)).toContain("Still firing since");
    expect((await world.listDispositions(contact)).sort()).toEqual(["fired delivered", "fired superseded"]);
  });

  it("gives each message to one of several who claim at once, and to another when the first is not heard of", async () => {
    await world.addContact({ target: world.webhook() });
    for (const rule of ["a", "b", "c", "d"]) await world.story.fire({ rule });
    const claim = () => claimDeliveries(postgres, { now: world.now(), limit: 50 });
    const claimed = (await Promise.all([claim(), claim(), claim()])).flat();
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length);
    expect(claimed).toHaveLength(4);
    world.time += MINUTE - 1;
    expect(await claim()).toEqual([]);
    world.time += 1;
    expect((await claim()).map(({ id, attempt }) => [id, attempt])).toEqual(claimed.map(({ id }) => [id, 2]));
  });

  it("ends an incident at a service with the key it began with", async () => {
    const target = { kind: "pagerduty" as const, routingKey: "A".repeat(32), url: `${world.receiver.url}/hook` };
    const contact = await world.addContact({ target });
    await world.story.fire();
    await world.work();
    const changed = { ...target, routingKey: "B".repeat(32) };
    const secret = sealTarget(world.box, { tenant: "t1", id: contact }, changed);
    await postgres.db.update(schema.contact).set({ secret }).where(eq(schema.contact.id, contact));
    await world.story.resolve();
    await world.work();
    expect(world.heard().map(({ body }) => String(body["routing_key"])[0])).toEqual(["A", "A"]);
  });
});
