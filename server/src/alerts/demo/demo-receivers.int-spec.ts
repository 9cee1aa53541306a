import { migratePostgres, openEmbeddedPostgres, openSecretBox, schema, type Postgres } from "@watchfloor/sql";
import Fastify, { type FastifyInstance } from "fastify";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { buildSigningSecret } from "../channels/webhook/build-signing-secret.js";
import { signWebhook } from "../channels/webhook/sign-webhook.js";
import { openTarget } from "../contacts/target-box.js";
import { buildWirePolicy } from "../wire/wire-policy.js";
import { buildDemoReceiverUrl, DEMO_RECEIVERS } from "./demo-receivers.js";
import { ensureDemoContacts } from "./ensure-demo-contacts.js";
import { serveDemoReceivers } from "./serve-demo-receivers.js";

const NOW = new Date();
const BODY = JSON.stringify({ type: "alert.fired" });
const box = openSecretBox("a secret of at least 32 characters!!");

describe("the contacts of a demonstration", () => {
  let postgres: Postgres;
  let app: FastifyInstance;
  let port: number;

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    await bootstrapIdentity({ postgres, tenant: "t1", tenantTitle: "t1", isDemo: true, now: NOW });
    app = Fastify();
    serveDemoReceivers(app, { postgres, box, tenant: "t1" });
    await app.listen({ port: 0, host: "127.0.0.1" });
    port = Number(new URL(app.listeningOrigin).port);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await postgres.close();
  });

  const ensure = (at: number) => {
    const policy = buildWirePolicy({ ranges: "127.0.0.1/32", ports: String(at), isHttpAllowed: true });
    return ensureDemoContacts({ postgres, box, tenant: "t1", port: at, policy, now: () => NOW });
  };
  const list = async () => {
    const rows = await postgres.db.select().from(schema.contact);
    return rows.map((row) => ({ row, target: openTarget(box, { tenant: "t1", id: row.id }, row.secret) }));
  };
  const send = async (name: string, secret: string) => {
    const headers = { ...signWebhook({ id: "msg_1", body: BODY, now: NOW }, [{ secret, until: null }]) };
    const init = { method: "POST", body: BODY, headers: { ...headers, "content-type": "application/json" } };
    return (await fetch(buildDemoReceiverUrl(name, port), init)).status;
  };

  it("are made once, each with a subscription, and follow the port of the pages", async () => {
    await ensure(9);
    const [before] = await list();
    await ensure(port);
    const contacts = await list();
    expect(contacts.map(({ row }) => row.title).sort()).toEqual(DEMO_RECEIVERS.map(({ title }) => title).sort());
    for (const { target } of contacts)
      expect(target?.kind === "webhook" && target.url.startsWith(`http://127.0.0.1:${port}/demo/receivers/`)).toBe(
        true,
      );
    const after = contacts.find(({ row }) => row.id === before?.row.id);
    const secretsOf = (target: typeof before) => (target?.target?.kind === "webhook" ? target.target.secrets : []);
    expect(secretsOf(after)).toEqual(secretsOf(before));
    expect(await postgres.db.select().from(schema.subscription)).toHaveLength(DEMO_RECEIVERS.length);
  });

  it("are told through receivers that take what is signed with their own secret", async () => {
    const secrets = new Map(
      (await list()).map(({ target }) =>
        target?.kind === "webhook" ? [target.url.split("/").at(-1), target.secrets[0]?.secret ?? ""] : ["", ""],
      ),
    );
    expect(await send("service-desk", secrets.get("service-desk") ?? "")).toBe(200);
    expect(await send("retired-bridge", secrets.get("retired-bridge") ?? "")).toBe(410);
    expect(await send("service-desk", secrets.get("store-team") ?? "")).toBe(401);
    expect(await send("service-desk", buildSigningSecret())).toBe(401);
    expect(await send("nobody", buildSigningSecret())).toBe(404);
  });
});
