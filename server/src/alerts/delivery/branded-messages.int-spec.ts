import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("messages under the brand of a tenant", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    await world.addPerson("berta", {}, "t2");
    await postgres.db.insert(schema.branding).values({
      ...{ tenant: "t1", productName: "Shop <Eye>", senderName: "Northmart\r\nAlerts", colour: "#aa0044" },
      ...{ colourDark: "#ff88aa", logo: `data:image/png;base64,${PIXEL}`, savedBy: "anna", savedAt: world.now() },
    });
  }, 30_000);
  afterAll(async () => {
    await world.close();
    await postgres.close();
  });

  it("come from its sender, in its colour, with its logo in the mail, and only for it", async () => {
    await world.addContact({ target: { kind: "email", address: "ops@example.org" } });
    await world.addContact({ target: { kind: "slack", url: `${world.receiver.url}/chat` } });
    await world.addContact({ tenant: "t2", target: { kind: "email", address: "other@example.org" }, owner: "berta" });
    await world.story.fire();
    await world.story.fire({ tenant: "t2" });
    await world.work();
    const find = (to: string) => world.mails.received.find((each) => each.to[0] === to)?.mail;
    const mail = find("ops@example.org");
    expect(mail?.from).toMatchObject({ name: "Northmart Alerts", address: "alerts@w.example" });
    expect(mail?.html).toContain("border-bottom:3px solid #aa0044");
    expect(mail?.html).toContain('alt="Shop &lt;Eye&gt;"');
    expect(mail?.text).toContain("Shop <Eye> ·");
    const [logo, ...more] = mail?.attachments ?? [];
    expect(more).toEqual([]);
    expect(logo).toMatchObject({ mimeType: "image/png", contentId: "<logo@brand>" });
    expect(JSON.stringify(world.heard("chat")[0]?.body)).toContain("Shop &lt;Eye&gt;");
    const other = find("other@example.org");
    expect(other?.from).toMatchObject({ name: "Watchfloor" });
    expect(other?.attachments).toEqual([]);
    expect(JSON.stringify(other)).not.toContain("Eye");
  });

  it("carry a logo that is a drawing as a picture, and none that would draw more than itself", async () => {
    const svg = (body: string) =>
      `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">${body}</svg>`).toString("base64")}`;
    const read = async (logo: string, rule: string) => {
      await postgres.db.update(schema.branding).set({ logo });
      world.mails.received.length = 0;
      await world.story.fire({ rule });
      await world.work();
      return world.mails.received.find((each) => each.to[0] === "ops@example.org")?.mail;
    };
    const drawn = await read(svg('<rect width="90" height="30" fill="#aa0044"/>'), "drawn");
    expect(drawn?.attachments).toEqual([
      expect.objectContaining({ mimeType: "image/png", filename: "logo.png", contentId: "<logo@brand>" }),
    ]);
    expect(drawn?.html).toContain('<img src="cid:logo@brand" alt="Shop &lt;Eye&gt;"');
    const reaching = await read(svg('<image href="/etc/hostname" width="9" height="9"/>'), "reaching");
    expect(reaching?.attachments).toEqual([]);
    expect(reaching?.html).toContain("Shop &lt;Eye&gt;</p>");
  });
});
