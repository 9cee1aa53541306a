import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import {
  createApiKey,
  findWebhookSecrets,
  migratePostgres,
  openEmbeddedPostgres,
  openSecretBox,
  schema,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { eq } from "drizzle-orm";
import pino from "pino";
import { bootstrapIdentity } from "../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../identity/testing/ask.js";
import { buildAppModule } from "../main/build-app-module.js";

const now = () => new Date();
const box = openSecretBox("a secret of at least 32 characters!!");
const people = {
  first: { email: "admin@first.test", password: "correct-horse-1" },
  second: { email: "admin@second.test", password: "correct-horse-2" },
  operations: { email: "operations@demo.watchfloor.local", password: "watch-operations" },
};

let directory: string;
let clickhouse: ClickHouse;
let postgres: Postgres;
let app: NestFastifyApplication;
let url: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "watchfloor-webhooks-"));
  clickhouse = await openMigratedClickHouse(directory, now());
  postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  for (const tenant of ["first", "second"] as const) {
    const { email: adminEmail, password: adminPassword } = people[tenant];
    await bootstrapIdentity({
      postgres,
      tenant,
      tenantTitle: tenant,
      adminEmail,
      adminPassword,
      isDemo: tenant === "first",
      now: now(),
    });
  }
  const module = buildAppModule({
    ...{ host: "127.0.0.1", port: 0, clickhouse, postgres, now, isDemo: true, tenant: "first" },
    ...{ authSecret: "s".repeat(43), secretBox: box, webDirectory: undefined, logger: pino({ level: "silent" }) },
  });
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.listen(0, "127.0.0.1");
  url = await app.getUrl();
  for (const [name, who] of Object.entries(people)) tokens[name] = (await askToSignIn(url, who)).token;
  const read = await createApiKey(postgres, { kind: "read", tenant: "first", title: "read", scope: {} }, now());
  tokens["readKey"] = read.secret;
}, 90_000);
afterAll(async () => {
  await app.close();
  await clickhouse.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
}, 30_000);

const askAs = (who: string, query: string, variables: Record<string, unknown> = {}) =>
  ask(url, query, { headers: who === "" ? {} : { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
const RESULT = "{ ... on NewWebhookSecret { id source secret } ... on WebhookProblem { code message } }";
const CREATE = `mutation ($input: NewWebhookSourceInput!) { made: createWebhookSource(input: $input) ${RESULT} }`;
const ROTATE = `mutation ($source: ID!, $secret: String) { made: rotateWebhookSource(source: $source, secret: $secret) ${RESULT} }`;
const REVOKE =
  "mutation ($source: ID!, $secretId: ID) { made: revokeWebhookSource(source: $source, secretId: $secretId) { ... on RevokedWebhook { source endedSecrets } ... on WebhookProblem { code } } }";
const LIST = "{ webhookSources { source style mapping client revokedAt secrets { id createdAt revokedAt } } }";
const create = (who: string, more: Record<string, unknown> = {}) =>
  askAs(who, CREATE, {
    input: { source: "shop", style: "STANDARD", mapping: "standard-fulfilment", client: "northmart", ...more },
  });
const made = (answer: { data: Record<string, unknown> | null | undefined }) =>
  answer.data?.["made"] as Record<string, string>;

describe("webhook sources over GraphQL", () => {
  it("are declared, rotated and revoked by administrators, and a secret that was made is shown once", async () => {
    const first = made(await create("first"));
    expect(first).toMatchObject({ source: "shop", secret: expect.stringMatching(/^whsec_/) as string });
    const given = made(
      await askAs("first", ROTATE, { source: "shop", secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }),
    );
    expect(given).toMatchObject({ source: "shop", secret: null });
    expect((await findWebhookSecrets(postgres, "shop", box)).map(({ tenant, secret }) => [tenant, secret])).toEqual([
      ["first", first["secret"]],
      ["first", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    ]);
    const listed = JSON.stringify((await askAs("first", LIST)).data);
    expect(listed).not.toContain(first["secret"]);
    expect(JSON.parse(listed)).toMatchObject({
      webhookSources: [
        { source: "shop", style: "STANDARD", client: "northmart", secrets: [{ revokedAt: null }, { id: given["id"] }] },
      ],
    });
    expect(made(await askAs("first", REVOKE, { source: "shop", secretId: first["id"] }))).toEqual({
      source: "shop",
      endedSecrets: 1,
    });
    expect(made(await askAs("first", REVOKE, { source: "shop" }))).toEqual({ source: "shop", endedSecrets: 1 });
    expect(made(await askAs("first", REVOKE, { source: "shop" }))).toEqual({ code: "NOT_FOUND" });
  });

  it("belong to the tenant of whoever asks, whatever is sent", async () => {
    expect(made(await create("first", { source: "mine" }))).toHaveProperty("id");
    expect((await askAs("second", LIST)).data).toEqual({ webhookSources: [] });
    expect(made(await askAs("second", ROTATE, { source: "mine" }))).toMatchObject({ code: "NOT_FOUND" });
    expect(made(await askAs("second", REVOKE, { source: "mine" }))).toEqual({ code: "NOT_FOUND" });
    expect(made(await create("second", { source: "mine" }))).toHaveProperty("id");
    expect((await findWebhookSecrets(postgres, "mine", box)).map(({ tenant }) => tenant)).toEqual(["first", "second"]);
  });

  it("are for administrators: nobody else sees or changes one", async () => {
    for (const [who, code] of [
      ["operations", "FORBIDDEN"],
      ["readKey", "FORBIDDEN"],
      ["", "UNAUTHENTICATED"],
    ] as const) {
      expect((await askAs(who, LIST)).code).toBe(code);
      expect((await create(who, { source: "other" })).code).toBe(code);
      expect((await askAs(who, ROTATE, { source: "mine" })).code).toBe(code);
      expect((await askAs(who, REVOKE, { source: "mine" })).code).toBe(code);
    }
    expect(await findWebhookSecrets(postgres, "other", box)).toEqual([]);
  });

  it("stay within the clients of an administrator who is limited to some", async () => {
    await create("second", { source: "halden", client: "halden" });
    await postgres.db
      .update(schema.grant)
      .set({ scope: { clients: ["halden"] } })
      .where(eq(schema.grant.tenant, "second"));
    const limited = (await askToSignIn(url, people.second)).token;
    tokens["limited"] = limited;
    expect((await askAs("limited", LIST)).data).toMatchObject({ webhookSources: [{ source: "halden" }] });
    expect(made(await askAs("limited", REVOKE, { source: "mine" }))).toEqual({ code: "NOT_FOUND" });
    expect(made(await create("limited", { source: "new", client: "northmart" }))).toMatchObject({ code: "NOT_FOUND" });
    expect(made(await create("limited", { source: "new", client: "halden" }))).toHaveProperty("id");
  });

  it.each([
    [{ source: "../x" }, "INVALID_NAME"],
    [{ source: "mine" }, "ALREADY_EXISTS"],
    [{ source: "n", style: "SHOPIFY" }, "SECRET_NEEDED"],
    [{ source: "n", secret: "short" }, "INVALID_SECRET"],
  ])("answers %j with %s", async (input, code) => {
    expect(made(await create("first", input))).toMatchObject({ code });
  });
});
