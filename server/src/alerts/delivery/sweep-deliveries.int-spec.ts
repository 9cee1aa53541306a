import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { Registry } from "prom-client";
import { collectDeliveryFigures } from "../health/collect-delivery-figures.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { checkDispositions } from "./check-dispositions.js";
import { sweepDeliveries } from "./sweep-deliveries.js";

const DAY = 86_400_000;

describe("what is kept of messages", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    await postgres.db
      .insert(schema.tenant)
      .values({ id: "t1", title: "t1", createdAt: world.now() })
      .onConflictDoNothing();
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
    world.time += DAY;
  });
  const sweep = (mostWaiting = 10_000) =>
    sweepDeliveries({ postgres, now: world.now, logger: world.logger, mostWaiting });
  const deliveries = () => postgres.db.select().from(schema.delivery);
  const scrape = async () => {
    const registry = new Registry();
    collectDeliveryFigures(registry, postgres, world.now);
    const text = await registry.metrics();
    return (name: string) => Number(new RegExp(`^watchfloor_alert_${name} (.+)$`, "m").exec(text)?.[1]);
  };

  it("is the message for 13 months after its end, and what was sent and answered for 30 days", async () => {
    await world.addContact({ target: world.webhook() });
    await world.story.fire();
    await world.work();
    world.receiver.answer = () => ({ status: 405, body: "no" });
    await world.story.fire({ rule: "other" });
    await world.work();
    const states = async () =>
      (await deliveries()).map(({ state, exchange }) => `${state} ${exchange === null ? "bare" : "whole"}`).sort();
    const after = async (days: number) => {
      const time = world.time;
      world.time += days * DAY;
      await sweep();
      world.time = time;
      return states();
    };
    expect(await after(8)).toEqual(["dead whole", "delivered whole"]);
    expect(await after(29)).toEqual(["dead whole", "delivered whole"]);
    expect(await after(31)).toEqual(["dead bare", "delivered bare"]);
    expect(await after(395)).toHaveLength(2);
    expect(await postgres.db.select().from(schema.alertIntent)).toHaveLength(2);
    expect(await after(397)).toEqual([]);
    expect(await postgres.db.select().from(schema.alertIntent)).toEqual([]);
  });

  it("is no group that is empty, and no link that has run out", async () => {
    await world.addContact({ target: world.webhook(), mode: "grouped" });
    await world.story.fire();
    await world.pass(30_000);
    const keys = async () =>
      (await postgres.db.select().from(schema.alertDocument)).map(({ key }) => key.split(":")[0]);
    const used = { tenant: "t1", version: 1, doc: {}, nextAt: new Date(world.time + DAY) };
    await postgres.db.insert(schema.alertDocument).values({ ...used, key: "link:x" });
    await sweep();
    expect((await keys()).sort()).toEqual(["dispositions", "group", "link"]);
    await world.story.resolve();
    await world.pass(10 * 60_000, 60_000);
    world.time += 2 * DAY;
    await sweep();
    expect(await keys()).toEqual(["dispositions"]);
    await world.story.fire();
    await world.pass(30_000);
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.fired", "alert.resolved", "alert.fired"]);
  });

  it("is a queue of so many messages; the oldest are given up with one message, and the owner is told once", async () => {
    const contact = await world.addContact({ target: world.webhook() });
    world.receiver.answer = () => ({ status: 503 });
    for (let index = 0; index < 9; index += 1) await world.story.fire({ rule: `r${index}` });
    await sweep(6);
    await sweep(7);
    const dead = (await deliveries()).filter(({ state }) => state === "dead");
    expect(dead.map(({ payload }) => JSON.stringify(payload).match(/"id":"(r\d)"/)?.[1])).toEqual(["r0", "r1", "r2"]);
    expect((await world.listDispositions(contact)).filter((end) => end === "fired dead_lettered")).toHaveLength(3);
    world.receiver.answer = () => ({ status: 200 });
    await world.pass(30 * 60_000, 30_000);
    expect(world.takeOwnersTold()).toHaveLength(1);
    const texts = world.heard().map(({ body }) => JSON.stringify(body));
    expect(texts.filter((text) => text.includes("3 messages were given up"))).toHaveLength(1);
  });

  it("is counted at night: everything ended in exactly one way, or somebody is told", async () => {
    await world.addContact({ target: world.webhook() });
    await world.story.fire();
    await world.story.fire({ rule: "other" });
    await world.work();
    const count = (afterDays: number) =>
      checkDispositions(postgres, { tenant: "t1", now: new Date(world.time + afterDays * DAY) });
    expect(await count(2)).toEqual({ checked: 2, undecided: 0, contradicted: 0 });
    expect(await count(2)).toBeUndefined();
    const [intent] = await postgres.db.select().from(schema.alertIntent);
    const broken = { ...intent, kind: "resolved" as const, incident: "gone", delivery: null, disposition: null };
    if (intent === undefined) throw new Error("There must be an intent.");
    await postgres.db.insert(schema.alertIntent).values({ ...intent, ...broken, id: "lost" });
    await postgres.db.update(schema.delivery).set({ state: "cancelled" });
    await postgres.db.delete(schema.alertDocument);
    expect(await count(2)).toEqual({ checked: 3, undecided: 1, contradicted: 2 });
    expect((await scrape())("disposition_mismatch")).toBe(3);
  });

  it("is seen by whoever operates the installation", async () => {
    await world.addContact({ target: world.webhook() });
    await world.story.fire({ severity: "critical" });
    const before = await scrape();
    await world.work();
    world.receiver.answer = () => ({ status: 405 });
    await world.story.fire({ rule: "other" });
    await world.work();
    world.receiver.answer = () => ({ status: 503 });
    await world.story.fire({ rule: "third" });
    for (let time = 0; time < 5; time += 1) await world.pass(10 * 60_000);
    const read = await scrape();
    expect([before("outbox_depth"), before("outbox_oldest_critical_seconds"), read("outbox_depth")]).toEqual([1, 0, 1]);
    expect([read("dead_letters"), read("breakers_open"), read("outbox_oldest_seconds")]).toEqual([1, 1, 3_000]);
    expect(read('deliveries_day{channel="webhook",result="delivered"}')).toBe(1);
    expect(read('deliveries_day{channel="webhook",result="dead"}')).toBe(1);
    expect([read("group_flush_lag_seconds"), read("outbox_oldest_critical_seconds")]).toEqual([0, 0]);
    world.time += 5_000;
    expect(await scrape()).toBeDefined();
  });
});
