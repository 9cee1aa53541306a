import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import Fastify, { type FastifyInstance } from "fastify";
import { sealTarget } from "../contacts/target-box.js";
import { openAlertWorld, WORLD_SECRET, type AlertWorld } from "../testing/open-alert-world.js";
import { AlertLinksService } from "./alert-links.service.js";
import { buildLinkToken } from "./link-token.js";
import { serveAlertLinks } from "./serve-alert-links.js";

const HOUR = 3_600_000;

describe("links that acknowledge", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  let app: FastifyInstance;
  let mailContact: string;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    app = Fastify();
    const parts = { postgres, registry: world.registry, secret: WORLD_SECRET, now: world.now };
    serveAlertLinks(app, new AlertLinksService({ ...parts, buildToken: () => "" }));
    await app.listen({ port: 0, host: "127.0.0.1" });
    mailContact = await world.addContact({ target: { kind: "email", address: "ops@example.org" } });
  }, 30_000);
  afterAll(async () => {
    await app.close();
    await world.close();
    await postgres.close();
  });
  beforeEach(() => {
    world.time += HOUR;
    world.mails.received.length = 0;
    world.receiver.received.length = 0;
    world.receiver.answer = () => ({ status: 200, body: "ok" });
  });

  const call = async (path: string, method = "GET") => {
    const answer = await fetch(app.listeningOrigin + path, { method });
    return { status: answer.status, text: await answer.text() };
  };
  const findIncident = async (id: string) => {
    const [row] = await postgres.db.select().from(schema.alertIncident).where(eq(schema.alertIncident.id, id));
    return row;
  };
  const readMailedPath = () =>
    /Acknowledge: https:\/\/w\.example(\S+)/.exec(world.mails.received.at(-1)?.mail.text ?? "")?.[1] ?? "";
  const fire = async (rule: string, severity: "critical" | "warning" = "critical") => {
    const incident = await world.story.fire({ rule, severity });
    await world.work();
    return { incident, path: readMailedPath() };
  };
  const sign = (given: object) =>
    `/links/alerts/${buildLinkToken(WORLD_SECRET, {
      ...{ purpose: "acknowledge", tenant: "t1", contact: mailContact, subscription: null, delivery: "d" },
      ...{ expiresAt: world.time + HOUR, ...given },
    })}`;

  it("show a page and do nothing on GET, acknowledge on POST, once, and keep who did", async () => {
    const { incident, path } = await fire("a");
    const page = await call(path);
    expect(page.text).toContain('<form method="post"');
    expect(page.text).toContain("Acknowledge this incident");
    expect(await findIncident(incident)).toMatchObject({ status: "open" });
    expect(await call(path, "POST")).toMatchObject({ status: 200, text: expect.stringContaining("Thank you") });
    const taken = await findIncident(incident);
    expect(taken).toMatchObject({ status: "acknowledged", acknowledgedAt: world.now(), owner: null });
    expect(taken?.acknowledgedBy).toMatch(/^link to /);
    expect(taken?.acknowledgedUntil).toEqual(new Date(world.time + 4 * HOUR));
    expect((await call(path, "POST")).text).toContain("Somebody has acknowledged");
    const open = { status: "open" as const, acknowledgedBy: null, acknowledgedAt: null };
    await postgres.db.update(schema.alertIncident).set(open).where(eq(schema.alertIncident.id, incident));
    expect((await call(path, "POST")).text).toContain("works once");
    expect(await call(path)).toMatchObject({ text: expect.not.stringContaining("<form") });
    expect(await findIncident(incident)).toMatchObject({ status: "open" });
    const audit = (await postgres.db.select().from(schema.alertAudit)).filter(({ subject }) => subject === incident);
    expect(audit.map(({ action, actor }) => [action, actor])).toEqual([["acknowledged", taken?.acknowledgedBy]]);
    const [delivery] = await postgres.db.select().from(schema.delivery).where(eq(schema.delivery.contact, mailContact));
    expect(JSON.stringify(delivery)).not.toContain(path);
  });

  it("let one of two who click at once through", async () => {
    const { incident, path } = await fire("b");
    const pages = await Promise.all([call(path, "POST"), call(path, "POST")]);
    expect(pages.filter(({ text }) => text.includes("Thank you"))).toHaveLength(1);
    const notes = await postgres.db.select().from(schema.alertIncidentNote);
    expect(notes.filter((note) => note.incident === incident)).toHaveLength(1);
  });

  it("refuse what is forged, has run out, or is of another tenant, contact or place", async () => {
    const { incident, path } = await fire("c");
    const foreign = await world.story.fire({ tenant: "t2", rule: "c" });
    expect((await call(`${path}x`, "POST")).status).toBe(404);
    expect((await call(sign({ incident, expiresAt: world.time }), "POST")).status).toBe(404);
    await world.addPerson("carl", { clients: ["c2"] });
    const narrow = await world.addContact({ target: { kind: "email", address: "carl@example.org" }, owner: "carl" });
    for (const given of [{ incident: foreign }, { incident, tenant: "t2" }, { incident, contact: "x" }])
      expect((await call(sign(given), "POST")).text).toContain("This link has ended");
    expect((await call(sign({ incident, contact: narrow }), "POST")).text).toContain("This link has ended");
    expect((await findIncident(foreign))?.status).toBe("open");
    world.time += 24 * HOUR;
    expect((await call(path, "POST")).status).toBe(404);
    expect(await findIncident(incident)).toMatchObject({ status: "open" });
  });

  it("are told to machines, and to the on-call service by the key of its trigger; chats say it later", async () => {
    const oncall = { kind: "pagerduty" as const, routingKey: "A".repeat(32), url: `${world.receiver.url}/oncall` };
    const service = await world.addContact({ target: oncall });
    await world.addContact({ target: world.webhook("machine") });
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/chat` } });
    await world.addContact({ target: { kind: "teams", url: `${world.receiver.url}/teams` } });
    const { path } = await fire("d");
    const secret = sealTarget(world.box, { tenant: "t1", id: service }, { ...oncall, routingKey: "B".repeat(32) });
    await postgres.db.update(schema.contact).set({ secret }).where(eq(schema.contact.id, service));
    await call(path, "POST");
    await world.work();
    const machine = world.heard("machine");
    expect(machine.map(({ type }) => type)).toEqual(["alert.fired", "alert.acknowledged"]);
    expect(machine[1]?.body["data"]).toMatchObject({
      acknowledged_by: expect.stringMatching(/^link to/),
      state: "firing",
    });
    const events = world.heard("oncall");
    expect(events.map(({ type, body }) => [type, String(body["routing_key"])[0]])).toEqual([
      ["trigger", "A"],
      ["acknowledge", "A"],
    ]);
    expect(events[1]?.body["dedup_key"]).toBe(events[0]?.body["dedup_key"]);
    const [chat, ...noMore] = world.heard("chat");
    expect(noMore).toEqual([]);
    expect(JSON.stringify(chat?.body)).toContain("|Acknowledge>");
    expect(JSON.stringify(world.heard("teams")[0]?.body)).toContain('"title":"Acknowledge"');
    await world.story.resolve({ rule: "d", severity: "critical" });
    await world.work();
    for (const channel of ["chat", "teams"])
      expect(JSON.stringify(world.heard(channel)[0]?.body)).toContain("Acknowledged: link to");
    expect(world.heard("oncall").map(({ type }) => type)).toEqual(["resolve"]);
  });

  it("tell no machine that was never told of the incident, nor once more what is over", async () => {
    const late = await world.addContact({ target: world.webhook("late"), subscription: null });
    const { path } = await fire("e");
    await call(path, "POST");
    await world.work();
    expect(world.heard("late")).toEqual([]);
    expect(await world.listDispositions(late)).toEqual([]);
    await world.story.resolve({ rule: "e", severity: "critical" });
    expect((await call(path)).text).toContain("over");
  });
});
