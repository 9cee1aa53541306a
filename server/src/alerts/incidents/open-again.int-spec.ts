import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { inTransaction } from "../planning/in-transaction.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { expireAcknowledgements } from "./expire-acknowledgements.js";
import { openAgain } from "./open-again.js";
import { takeIncident } from "./take-incident.js";

const HOUR = 3_600_000;

describe("an acknowledgement that is over", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    const pagerduty = { kind: "pagerduty", routingKey: "k".repeat(32), url: `${world.receiver.url}/pager` } as const;
    await world.addContact({ target: pagerduty });
    await world.addContact({ target: world.webhook() });
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/chat` } });
  }, 30_000);
  afterAll(async () => {
    await world.close();
    await postgres.close();
  });
  beforeEach(() => {
    world.time += HOUR;
    world.receiver.received.length = 0;
    world.receiver.answer = () => ({ status: 200, body: "ok" });
  });
  const find = async (id: string) => {
    const [row] = await postgres.db.select().from(schema.alertIncident).where(eq(schema.alertIncident.id, id));
    if (row === undefined) throw new Error("There is no such incident.");
    return row;
  };
  const take = async (id: string) => {
    const taken = { incident: await find(id), by: "anna", isOwner: true, until: null, now: world.now() };
    await inTransaction(postgres, (within) => takeIncident(within, taken));
    await world.work();
  };
  const withdraw = async (id: string) => {
    const of = { tenant: "t1", incident: id, why: "withdrawn" as const, now: world.now() };
    const isOpened = await inTransaction(postgres, (within) => openAgain(within, of));
    await world.work();
    return isOpened;
  };
  const pager = () =>
    world.heard("pager").map(({ body }) => {
      const payload = body["payload"] as { summary?: string; custom_details?: { remarks?: string[] } } | undefined;
      return [body["event_action"], body["dedup_key"], payload?.summary ?? "", payload?.custom_details?.remarks ?? []];
    });

  it("is told to the on-call service by a trigger of the same key that says so, once, and its end by that key", async () => {
    const incident = await world.story.fire({ rule: "a" });
    await world.work();
    await take(incident);
    world.time += 1_000;
    expect(await withdraw(incident)).toBe(true);
    expect(await withdraw(incident)).toBe(false);
    await world.story.resolve({ rule: "a" });
    await world.work();
    expect(pager()).toEqual([
      ["trigger", incident, "[FIRING warning] Orders late, s1", []],
      ["acknowledge", incident, "", []],
      [
        ...["trigger", incident, "[NO LONGER ACKNOWLEDGED warning] Orders late, s1"],
        ["Nobody has it any more: the acknowledgement was withdrawn."],
      ],
      ["resolve", incident, "", []],
    ]);
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.fired", "alert.acknowledged", "alert.resolved"]);
  });

  it("is told when it runs out by itself, by whichever worker sees it first", async () => {
    const incident = await world.story.fire({ rule: "b", severity: "critical" });
    await world.work();
    await take(incident);
    world.time += 4 * HOUR;
    await Promise.all([1, 2].map(() => expireAcknowledgements(postgres, "t1", world.now())));
    await world.work();
    expect(pager().map(([action]) => action)).toEqual(["trigger", "acknowledge", "trigger"]);
    expect(await find(incident)).toMatchObject({ status: "open", acknowledgedBy: null });
    const notes = await postgres.db.select().from(schema.alertIncidentNote);
    expect(notes.filter((note) => note.incident === incident).map(({ kind }) => kind)).toEqual([
      "acknowledgement_expired",
    ]);
    await world.story.resolve({ rule: "b", severity: "critical" });
    await world.work();
  });

  it("waits behind what the service did not take yet, and is nothing where it was never told", async () => {
    const incident = await world.story.fire({ rule: "c" });
    world.receiver.answer = ({ path }) => ({ status: path === "/pager" ? 503 : 200, body: "ok" });
    await world.work();
    await take(incident);
    await withdraw(incident);
    await world.story.resolve({ rule: "c" });
    world.receiver.received.length = 0;
    world.receiver.answer = () => ({ status: 200, body: "ok" });
    await world.pass(60_000, 10_000);
    expect(pager().map(([action]) => action)).toEqual(["trigger", "acknowledge", "trigger", "resolve"]);
    world.receiver.answer = ({ path }) => ({ status: path === "/pager" ? 400 : 200, body: "ok" });
    const refused = await world.story.fire({ rule: "d" });
    await world.work();
    await take(refused);
    world.receiver.received.length = 0;
    world.receiver.answer = () => ({ status: 200, body: "ok" });
    await withdraw(refused);
    expect(pager()).toEqual([]);
  });
});
