import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  chooseSecretBox,
  createWebhookSource,
  findWebhookSecrets,
  listWebhookSources,
  migratePostgres,
  openEmbeddedPostgres,
  openSecretBox,
  revokeWebhookSource,
  rotateWebhookSource,
  schema,
  type Postgres,
  type WebhookDeclaration,
} from "../index.js";

const now = new Date("2026-06-01T08:00:00Z");
const box = openSecretBox("a secret of at least 32 characters!!");
const declared = {
  tenant: "a",
  source: "shop",
  style: "shopify",
  mapping: "shopify-orders",
  client: "northmart",
} as const;
const SECRET = "a-secret-of-shopify";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
}, 30_000);
afterEach(async () => {
  await postgres.db.delete(schema.webhookSecret);
  await postgres.db.delete(schema.webhookSource);
});
afterAll(() => postgres.close());
const create = (more: Partial<WebhookDeclaration> = {}) =>
  createWebhookSource(postgres, { ...declared, secret: SECRET, ...more }, { box, now });

describe("webhook sources", () => {
  it("keep their secrets encrypted, and list none", async () => {
    const made = await create();
    expect(made).toMatchObject({ secret: SECRET });
    const rows = JSON.stringify(await postgres.db.select().from(schema.webhookSecret));
    expect(rows).not.toContain(SECRET);
    expect(rows).not.toContain(Buffer.from(SECRET).toString("base64url").slice(0, 12));
    const [listed] = await listWebhookSources(postgres, "a");
    expect(listed).toEqual({
      ...declared,
      createdAt: now,
      revokedAt: null,
      secrets: [{ id: "id" in made ? made.id : "", createdAt: now, revokedAt: null }],
    });
    expect(await listWebhookSources(postgres, "b")).toEqual([]);
  });

  it("are found by name in every tenant, with what opens under this key alone", async () => {
    await create();
    await create({ tenant: "b", client: "southmart" });
    const found = await findWebhookSecrets(postgres, "shop", box);
    expect(found.map(({ tenant, client, secret }) => [tenant, client, secret])).toEqual([
      ["a", "northmart", SECRET],
      ["b", "southmart", SECRET],
    ]);
    const other = openSecretBox("another secret, at least 32 characters");
    expect((await findWebhookSecrets(postgres, "shop", other)).map(({ secret }) => secret)).toEqual([
      undefined,
      undefined,
    ]);
    expect(await findWebhookSecrets(postgres, "none", box)).toEqual([]);
  });

  it("do not open a secret that was copied to another tenant's row", async () => {
    await create();
    await create({ tenant: "b", source: "shop" });
    const [mine, theirs] = await postgres.db.select().from(schema.webhookSecret).orderBy(schema.webhookSecret.tenant);
    await postgres.db.update(schema.webhookSecret).set({ sealed: theirs?.sealed ?? "" });
    expect(mine?.tenant).toBe("a");
    const found = await findWebhookSecrets(postgres, "shop", box);
    expect(found.map(({ tenant, secret }) => [tenant, secret])).toEqual([
      ["a", undefined],
      ["b", SECRET],
    ]);
  });

  it("take further secrets, at most five, until one or all are revoked; a revoked name can be declared anew", async () => {
    const first = await create();
    const rotate = (secret?: string) =>
      rotateWebhookSource(postgres, { tenant: "a", source: "shop", secret }, { box, now });
    for (let index = 0; index < 4; index += 1) expect(await rotate(`${SECRET}-${index}`)).toHaveProperty("id");
    expect(await rotate(`${SECRET}-5`)).toMatchObject({ code: "too_many_secrets" });
    const revoke = (secretId?: string, tenant = "a") =>
      revokeWebhookSource(postgres, { tenant, source: "shop", secretId }, now);
    expect(await revoke("id" in first ? first.id : "", "b")).toBe(0);
    expect(await revoke("id" in first ? first.id : "")).toBe(1);
    expect(await findWebhookSecrets(postgres, "shop", box)).toHaveLength(4);
    expect(await revoke()).toBe(4);
    expect(await revoke()).toBe(0);
    expect(await findWebhookSecrets(postgres, "shop", box)).toEqual([]);
    expect(await rotate(SECRET)).toMatchObject({ code: "not_found" });
    expect(await create({ style: "standard", secret: undefined })).toMatchObject({
      secret: expect.stringMatching(/^whsec_/) as string,
    });
    expect(await findWebhookSecrets(postgres, "shop", box)).toHaveLength(1);
  });

  it.each<[string, Partial<WebhookDeclaration>, string]>([
    ["a name with a path", { source: "../x" }, "invalid_name"],
    ["a mapping with a path", { mapping: "../../etc/passwd" }, "invalid_name"],
    ["no client", { client: " " }, "invalid_name"],
    ["a short secret", { secret: "short" }, "invalid_secret"],
    ["Shopify without a secret", { secret: undefined }, "secret_needed"],
    [
      "Standard Webhooks with a secret that is no base64",
      { style: "standard", secret: "whsec_not base64 at all!" },
      "invalid_secret",
    ],
    ["Standard Webhooks with a short key", { style: "standard", secret: "whsec_YWJjZGVmZ2g=" }, "invalid_secret"],
  ])("refuse %s", async (_name, more, code) => {
    expect(await create(more)).toMatchObject({ code });
    expect(await listWebhookSources(postgres, "a")).toEqual([]);
  });

  it("refuse a name that is taken", async () => {
    await create();
    expect(await create()).toMatchObject({ code: "already_exists" });
    expect(await findWebhookSecrets(postgres, "shop", box)).toHaveLength(1);
  });
});

describe("the key of an installation", () => {
  it("is the setting, else a file only its owner reads; with served engines there is none without the setting", () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), "watchfloor-key-"));
    try {
      const settings = { secretKey: undefined, databaseUrl: undefined, dataDirectory };
      const sealed = chooseSecretBox(settings)?.seal("x", "p") ?? "";
      expect(chooseSecretBox(settings)?.open(sealed, "p")).toBe("x");
      expect(statSync(join(dataDirectory, "secret-key")).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(dataDirectory, "secret-key"), "utf8").trim()).toHaveLength(43);
      const set = { ...settings, secretKey: "a secret of at least 32 characters!!" };
      expect(chooseSecretBox(set)?.open(box.seal("x", "p"), "p")).toBe("x");
      expect(chooseSecretBox({ ...settings, databaseUrl: "postgres://x" })).toBeUndefined();
    } finally {
      rmSync(dataDirectory, { recursive: true });
    }
  });
});
