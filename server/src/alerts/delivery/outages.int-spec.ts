import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { AlertWorld, openAlertWorld } from "../testing/open-alert-world.js";
import { DeliveryRepository } from "./delivery.repository.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe("receivers and processes that fail", () => {
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
    world.receiver.received.length = 0;
    world.takeOwnersTold();
    world.receiver.answer = () => ({ status: 200, body: "ok" });
    world.time += HOUR;
  });
  const listDeliveries = () => postgres.db.select().from(schema.delivery).orderBy(schema.delivery.seq);

  it("R6: a receiver that is down for 20 hours gets eleven tries, then a dead letter; the owner hears it once, and it can be sent again with its id", async () => {
    const contact = await world.addContact({ target: world.webhook() });
    world.receiver.answer = () => ({ status: 503 });
    await world.story.fire();
    await world.pass(20 * HOUR, 10 * MINUTE);
    const tries = world.heard();
    expect(tries).toHaveLength(11);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    expect(await world.listDispositions(contact)).toEqual(["fired dead_lettered"]);
    expect(world.takeOwnersTold()).toEqual([expect.stringContaining("Alerts do not reach")]);
    world.receiver.answer = () => ({ status: 200 });
    const [dead] = await listDeliveries();
    if (dead === undefined) throw new Error("There is no message.");
    const again = { state: "pending" as const, attempt: 0, nextAt: world.now(), endedAt: null };
    await new DeliveryRepository(postgres).cas(dead, again);
    await world.pass(31 * MINUTE, 10 * MINUTE);
    expect(world.heard().map(({ id }) => id)).toEqual([tries[0]?.id]);
  }, 60_000);

  it("R10: what a newer or older version wrote, with words this one does not know, is delivered all the same", async () => {
    await world.addContact({ target: world.webhook() });
    await world.story.fire();
    const [queued] = await listDeliveries();
    if (queued === undefined) throw new Error("There is no message.");
    const incidents = (queued.payload["incidents"] as object[]).map((incident) => ({ ...incident, colour: "blue" }));
    const payload = { ...queued.payload, incidents, priority: 7 };
    await new DeliveryRepository(postgres).cas(queued, { payload });
    await world.work();
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.fired"]);
  });

  it("R12: a process that is asked to end finishes what it is sending, and another sends the rest, each once", async () => {
    await world.addContact({ target: world.webhook() });
    for (let rule = 0; rule < 12; rule += 1) await world.story.fire({ rule: `r${rule}` });
    await world.ticker.run();
    // The turn that is under way is waited for, and no other begins.
    const sent = await world.worker.run();
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(12);
    expect((await listDeliveries()).filter(({ state }) => state === "sending")).toEqual([]);
    const other = new AlertWorld(postgres, world.receiver, world.mails, world.mailer);
    other.time = world.time;
    await other.work();
    const ids = world.heard().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
  });

  it("R13: a process that dies after it sent and before it wrote is followed by one that sends the same id, and its end still comes", async () => {
    await world.addContact({ target: world.webhook() });
    await world.story.fire();
    await world.work();
    const [written] = await listDeliveries();
    if (written === undefined) throw new Error("There is no message.");
    const dead = { state: "sending" as const, leaseUntil: new Date(world.time + MINUTE), endedAt: null };
    await new DeliveryRepository(postgres).cas(written, dead);
    await world.story.resolve();
    await world.work();
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.fired"]);
    await world.pass(2 * MINUTE, 30 * SECOND);
    const heard = world.heard();
    expect(heard.map(({ type }) => type)).toEqual(["alert.fired", "alert.resolved"]);
    expect(heard[0]?.id).toBe(written.id);
  });

  it("C11: a new episode is a new key, and a service that forgot an alert takes its end", async () => {
    const url = `${world.receiver.url}/pager`;
    await world.addContact({ target: { kind: "pagerduty", routingKey: "R".repeat(32), url } });
    const first = await world.story.fire();
    await world.work();
    await world.story.resolve();
    await world.work();
    const second = await world.story.fire();
    await world.work();
    const keys = world.heard("pager").map(({ type, body }) => [type, body["dedup_key"]]);
    expect(keys).toEqual([
      ["trigger", first],
      ["resolve", first],
      ["trigger", second],
    ]);
  });
});
