import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { and, eq } from "drizzle-orm";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";

const MINUTE = 60_000;
const HOSTILE = `{{#first}}{{#facts}}{{#facts}}{{#facts}}${"x".repeat(2_000)}{{/facts}}{{/facts}}{{/facts}}{{/first}}`;
const OWN_TITLE = "{{#first}}{{severity}} <b>{{rule}}</b> {{place}}{{/first}}";
const OWN_TEXT = "Hello.\n\n{{#incidents}}{{rule}} & {{value}}{{/incidents}} <!channel>";

describe("messages in the words of a tenant", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeEach(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    await world.addPerson("berta", {}, "t2");
  }, 30_000);
  afterEach(async () => {
    await world.close();
    await postgres.close();
  });

  const use = (medium: "mail" | "chat" | "on_call", title: string, text: string, tenant = "t1") =>
    postgres.db.insert(schema.messageTemplate).values({
      ...{ tenant, id: medium, version: 1, name: medium, medium, title, text, isInUse: true },
      ...{ savedBy: "anna", savedAt: world.now() },
    });
  const findHealth = async (id: string) => {
    const { messageTemplate } = schema;
    const isOne = and(eq(messageTemplate.tenant, "t1"), eq(messageTemplate.id, id));
    const [row] = await postgres.db.select().from(messageTemplate).where(isOne);
    return { used: row?.lastUsedAt, fault: row?.lastFault, at: row?.lastFaultAt };
  };
  const mail = () => world.mails.received.splice(0).map(({ mail: each }) => each)[0];
  const read = (path: string) => JSON.stringify(world.heard(path).at(-1)?.body ?? "none");

  it("reach every channel that has words, escaped there, with the links that people need, and no other tenant", async () => {
    await use("mail", OWN_TITLE, OWN_TEXT);
    await use("chat", OWN_TITLE, OWN_TEXT);
    await use("on_call", OWN_TITLE, "");
    await world.addContact({ target: { kind: "email", address: "ops@example.org" } });
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/slack` } });
    await world.addContact({ target: { kind: "teams", url: `${world.receiver.url}/teams` } });
    const url = `${world.receiver.url}/pd`;
    await world.addContact({ target: { kind: "pagerduty", routingKey: "R".repeat(32), url } });
    await world.addContact({ target: world.webhook("hook") });
    const slack = { kind: "slack", url: `${world.receiver.url}/other` } as const;
    await world.addContact({ tenant: "t2", target: slack, owner: "berta" });
    const incident = await world.story.fire({ severity: "critical" });
    await world.story.fire({ tenant: "t2" });
    await world.work();
    const told = mail();
    expect(told?.subject).toMatch(/^critical <b>.+<\/b> s1$/);
    expect(told?.text).toContain("Hello.\n\n");
    expect(told?.text).toContain(`https://w.example/alerts/incidents/${incident}`);
    expect(told?.text).toMatch(/Acknowledge: https:\/\/w\.example\/\S+/);
    expect(told?.html).toContain("&lt;!channel&gt;");
    expect(told?.html).not.toMatch(/<b>|<!channel>/);
    const [chat, card, event, hook] = [read("slack"), read("teams"), read("pd"), read("hook")];
    expect(chat).toContain("&amp;");
    expect(chat).toContain("&lt;!channel&gt;");
    expect(chat).toContain("|Acknowledge>");
    expect(card).toContain("critical <b>");
    expect(card).toContain("Action.OpenUrl");
    expect(event).toContain('"summary":"critical <b>');
    expect(hook).not.toContain("Hello");
    expect(read("other")).toContain("[FIRING");
    expect(await findHealth("mail")).toEqual({ used: world.now(), fault: "", at: null });
    await world.story.resolve({ severity: "critical" });
    await world.work();
    expect(read("pd")).toContain('"event_action":"resolve"');
  });

  it.each([
    ["breaks off", "{{#first}}", "does not end|Unclosed"],
    ["writes a megabyte", HOSTILE, "over 64 KB"],
    ["says nothing", "{{#isResolved}}over{{/isResolved}}", "Nothing comes out"],
  ])("are the built-in ones where a template %s, and its health says why and when", async (_, text, cause) => {
    await use("mail", "{{headline}}!", text);
    await world.addContact({ target: { kind: "email", address: "ops@example.org" } });
    await world.story.fire();
    await world.work();
    const told = mail();
    expect(told?.subject).toMatch(/^\[FIRING .*!$/);
    const health = await findHealth("mail");
    expect(told?.text).toContain("Since: ");
    expect(health.fault).toMatch(new RegExp(`^The built-in text was sent.*(${cause})`));
    expect(health).toMatchObject({ at: world.now(), used: null });
  });

  it("leave out what is no variable and say so, and do not rename tests", async () => {
    await use("chat", "{{first.rule}}{{gone}}", "");
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/slack` } });
    await world.story.fire();
    await world.work();
    expect(read("slack")).not.toContain("FIRING");
    expect((await findHealth("chat")).fault).toBe("{{gone}} rendered empty: it is no variable.");
  });

  it("are sent again in the built-in text where a receiver does not take them", async () => {
    await use("chat", "mine", "mine too");
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/slack` } });
    world.receiver.answer = ({ body }) => ({ status: body.includes("mine") ? 400 : 200, body: "ok" });
    await world.story.fire();
    await world.work();
    await world.pass(5 * MINUTE, MINUTE);
    const bodies = world.heard("slack").map(({ body }) => String(body["text"]));
    expect(bodies[0]).toBe("mine");
    expect(bodies.at(-1)).toMatch(/^\[FIRING/);
    const [delivery] = await postgres.db.select().from(schema.delivery);
    expect(delivery?.state).toBe("delivered");
  });

  it("are never lost to a table that cannot be read", async () => {
    await postgres.db.execute("DROP TABLE message_template");
    await world.addContact({ target: { kind: "email", address: "ops@example.org" } });
    await world.story.fire();
    await world.work();
    expect(mail()?.subject).toMatch(/^\[FIRING/);
  });
});
