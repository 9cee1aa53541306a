import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { inTransaction } from "./in-transaction.js";
import { expireAcknowledgements } from "../incidents/expire-acknowledgements.js";
import { takeIncident } from "../incidents/take-incident.js";
import { AlertWorld, openAlertWorld } from "../testing/open-alert-world.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CRITICAL = { severity: "critical" } as const;

describe("stories of escalation", () => {
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
    const { alertDocument, alertIncident, alertIntent, alertTransition, contact, delivery, escalationPolicy } = schema;
    const tables = [alertDocument, alertIncident, alertIntent, alertTransition, contact, delivery, escalationPolicy];
    for (const table of [...tables, schema.subscription, schema.silence]) await postgres.db.delete(table);
    world.mails.received.length = 0;
    world.receiver.received.length = 0;
    world.receiver.answer = () => ({ status: 200, body: "ok" });
    world.time += 10 * HOUR;
  });
  /** Contacts a, b and c are told by steps alone. */
  const contacts = async () => {
    for (const id of ["a", "b", "c"])
      await world.addContact({ target: world.webhook(id), row: { id }, subscription: null });
  };
  const policy = (steps: [afterMinutes: number, contact: string, repeats?: boolean][], given = {}) =>
    postgres.db.insert(schema.escalationPolicy).values({
      ...{ tenant: "t1", id: "p", version: 1, title: "p", createdBy: "anna", createdAt: world.now() },
      steps: steps.map(([afterMinutes, contact, repeats = false]) => ({ afterMinutes, contacts: [contact], repeats })),
      ...given,
    });
  const heard = () => ["a", "b", "c"].map((path) => world.heard(path).map(({ type }) => type.replace("alert.", "")));
  const take = async (id: string) => {
    const [incident] = (await postgres.db.select().from(schema.alertIncident)).filter((row) => row.id === id);
    if (incident === undefined) throw new Error("There is no such incident.");
    const taken = { incident, by: "anna", isOwner: true, until: null, now: world.now() };
    await inTransaction(postgres, (within) => takeIncident(within, taken));
  };

  it("E1: what was taken on before anybody was told is told once, with who has it, and not again", async () => {
    await world.addContact({ target: { kind: "email", address: "ops@example.org" }, mode: "grouped" });
    const incident = await world.story.fire(CRITICAL);
    world.time += 10 * SECOND;
    await take(incident);
    await world.pass(3 * HOUR, 30 * MINUTE);
    const [only, ...more] = world.mails.received.splice(0);
    expect(more).toEqual([]);
    expect(only?.mail.text).toContain("Acknowledged: anna");
  });

  it("E2, E4: acknowledged, nobody is told more; when that is over, the steps left are told at their own time", async () => {
    await contacts();
    await policy([
      [0, "a"],
      [15, "b"],
      [300, "c"],
    ]);
    const incident = await world.story.fire(CRITICAL);
    await world.work();
    await take(incident);
    await world.pass(4 * HOUR, 20 * MINUTE);
    expect(heard()).toEqual([["escalated", "acknowledged"], [], []]);
    await expireAcknowledgements(postgres, "t1", world.now());
    await world.pass(75 * MINUTE, 15 * MINUTE);
    expect(heard()).toEqual([[], [], ["escalated"]]);
  });

  it("E5: what is over when a step is due, or when it would be sent, is told by none", async () => {
    await contacts();
    await policy([
      [0, "a"],
      [15, "b"],
    ]);
    await world.story.fire(CRITICAL);
    await world.work();
    await world.pass(14 * MINUTE);
    await world.story.commit("resolved", CRITICAL);
    await world.pass(2 * MINUTE, MINUTE);
    expect(heard()).toEqual([["escalated"], [], []]);
  });

  it("E6: after a standstill over two steps the highest alone is told", async () => {
    await contacts();
    await policy([
      [5, "a"],
      [15, "b"],
      [15, "c"],
    ]);
    await world.story.fire(CRITICAL);
    await world.pass(HOUR);
    expect(heard()).toEqual([[], [], ["escalated"]]);
    const documents = await postgres.db.select().from(schema.alertDocument);
    const steps = documents.find(({ key }) => key.startsWith("escalation:"))?.doc["due"] as { outcome: string }[];
    expect(steps.map(({ outcome }) => outcome)).toEqual(["superseded", "superseded", "sent"]);
  });

  it("E7, E8: who was told before is told again where a step says so, through so many rounds, each step once", async () => {
    await contacts();
    await policy(
      [
        [5, "a", true],
        [10, "a"],
        [10, "b", true],
      ],
      { loops: 1 },
    );
    await world.story.fire(CRITICAL);
    await world.pass(2 * HOUR, 5 * MINUTE);
    expect(heard()).toEqual([["escalated", "escalated"], ["escalated", "escalated"], []]);
    await world.story.resolve(CRITICAL);
    await world.work();
    expect(heard()).toEqual([["resolved"], ["resolved"], []]);
  });

  it("E9: goes by the policy that was in force when it fired", async () => {
    await contacts();
    await policy([[15, "a"]]);
    await world.story.fire(CRITICAL);
    await policy([[5, "b"]], { version: 2 });
    await world.pass(30 * MINUTE, 5 * MINUTE);
    expect(heard()).toEqual([["escalated"], [], []]);
    await world.story.fire({ ...CRITICAL, store: "s2" });
    await world.pass(30 * MINUTE, 5 * MINUTE);
    expect(heard()).toEqual([[], ["escalated"], []]);
  });

  it("E10: a step that falls into a silence is left out, not put off", async () => {
    await contacts();
    await policy([
      [5, "a"],
      [10, "b"],
    ]);
    await world.story.fire(CRITICAL);
    await postgres.db.insert(schema.silence).values({
      ...{ tenant: "t1", id: "s", matchers: [{ label: "store", op: "=", value: "s1" }], comment: "c" },
      limits: JSON.stringify({ clients: null, regions: null, stores: null, channels: null, partners: null }),
      ...{
        startsAt: world.now(),
        endsAt: new Date(world.time + 10 * MINUTE),
        createdBy: "anna",
        createdAt: world.now(),
      },
    });
    await world.pass(20 * MINUTE, 5 * MINUTE);
    expect(heard()).toEqual([[], ["escalated"], []]);
  });
});
