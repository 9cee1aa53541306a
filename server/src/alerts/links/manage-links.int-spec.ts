import { migratePostgres, openEmbeddedPostgres, schema, seedRegistry, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import Fastify, { type FastifyInstance } from "fastify";
import { DEMO_BRANDING } from "../../branding/ensure-demo-branding.js";
import { BrandingRepository } from "../../branding/branding.repository.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { AlertLinksService } from "./alert-links.service.js";
import { buildLinkToken, type AlertLink } from "./link-token.js";
import { serveAlertLinks } from "./serve-alert-links.js";

const SECRET = "s".repeat(43);
const DAY = 86_400_000;

describe("the page of a reader without an account", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  let app: FastifyInstance;
  let contact: string;
  let subscription: string;

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    const stores = [{ client: "c1", id: "s1", title: "Hamburg <Altona>", region: "" }];
    await seedRegistry(postgres, "t1", { clients: [{ id: "c1", title: "Northmart" }], stores }, world.now());
    await new BrandingRepository(postgres).save("t1", DEMO_BRANDING, { savedBy: "x", savedAt: world.now() });
    const terms = { id: "sub", client: "c1", store: "s1", filter: { severities: ["critical"] } };
    contact = await world.addContact({ target: world.webhook("reader"), subscription: terms });
    subscription = terms.id;
    app = Fastify();
    const { registry, now } = world;
    const parts = { postgres, registry, secret: SECRET, now, buildToken };
    serveAlertLinks(app, new AlertLinksService(parts));
    await app.listen({ port: 0, host: "127.0.0.1" });
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await world.close();
    await postgres.close();
  });

  const buildToken = (link: Omit<AlertLink, "expiresAt">) =>
    buildLinkToken(SECRET, { ...link, expiresAt: world.time + DAY });
  const open = async (link: Partial<AlertLink>, method = "GET") => {
    const token = buildToken({ purpose: "manage", tenant: "t1", contact, subscription: null, ...link });
    const answer = await fetch(`${app.listeningOrigin}/links/alerts/${token}`, { method });
    return { status: answer.status, text: await answer.text(), policy: answer.headers.get("content-security-policy") };
  };
  const set = (change: string, more: Partial<AlertLink> = {}) =>
    open({ purpose: "set", subscription, change, ...more }, "POST");
  const read = async () => {
    const [row] = await postgres.db.select().from(schema.subscription).where(eq(schema.subscription.id, "sub"));
    return row;
  };
  const fire = async (severity: "critical" | "warning", rule: string) => {
    await world.story.fire({ rule, severity, client: "c1", store: "s1", labels: { client: "c1", store: "s1" } });
    await world.work();
    return world.heard("reader").length;
  };

  it("carries the brand of the tenant and the titles of places, and no script", async () => {
    const { status, text, policy } = await open({});
    expect(status).toBe(200);
    expect(text).toContain("Northbridge");
    expect(text).toContain("Northmart, Hamburg &lt;Altona&gt;");
    expect(text).not.toMatch(/watchfloor|<script/i);
    expect(policy).toContain("default-src 'none'");
    const broken = await fetch(`${app.listeningOrigin}/links/alerts/none`);
    expect(broken.status).toBe(404);
    expect(await broken.text()).not.toMatch(/watchfloor|northbridge/i);
  });

  it("changes how bad it must be, by POST alone, and is heeded by the next alert", async () => {
    expect(await fire("warning", "first")).toBe(0);
    await open({ purpose: "set", subscription, change: "warning" });
    expect((await read())?.filter).toEqual({ severities: ["critical"] });
    expect((await set("warning")).text).toContain("From now on: critical and warning.");
    expect(await fire("warning", "second")).toBe(1);
  });

  it("pauses what is new, still tells what ends, and goes on", async () => {
    const alert = { rule: "second", severity: "warning", client: "c1", store: "s1" } as const;
    expect((await set("pause-1")).text).toContain("Paused until");
    expect(await fire("critical", "third")).toBe(0);
    await world.story.resolve({ ...alert, labels: { client: "c1", store: "s1" } });
    await world.work();
    expect(world.heard("reader").map(({ type }) => type)).toEqual(["alert.resolved"]);
    await set("resume");
    expect(await fire("critical", "fourth")).toBe(1);
  });

  it("acts for its own contact and tenant, and does what it knows", async () => {
    const before = await read();
    await set("any", { contact: "another" });
    await set("any", { tenant: "t2" });
    await set("any", { subscription: "another" });
    await set("everything-for-ever");
    expect(await read()).toEqual(before);
    const ended = await open({ purpose: "unsubscribe", subscription }, "POST");
    expect(ended.text).toContain("See what is sent to this address");
    expect((await open({})).text).toContain("Nothing is sent to this contact.");
    const audit = await postgres.db.select().from(schema.alertAudit);
    expect(audit.map(({ action, actor }) => `${action} by ${actor}`)).toEqual([
      ...["severity", "pause", "pause", "unsubscribe"].map((action) => `${action} by link in a mail`),
    ]);
  });
});
