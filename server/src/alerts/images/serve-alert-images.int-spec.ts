import { migratePostgres, openEmbeddedPostgres, type Postgres } from "@watchfloor/sql";
import Fastify, { type FastifyInstance } from "fastify";
import { AlertImageRepository } from "./alert-image.repository.js";
import { buildImageKey, buildImageUrl } from "./image-link.js";
import { serveAlertImages } from "./serve-alert-images.js";

const SECRET = "s".repeat(43);
const DAY = 86_400_000;
const createdAt = new Date("2026-04-10T12:00:00Z");
const row = { tenant: "acme", incident: "i1", result: "made" as const, alt: "", createdAt };
const png = new Uint8Array([137, 80, 78, 71]);

describe("pictures of messages", () => {
  let postgres: Postgres;
  let app: FastifyInstance;
  let now = createdAt;
  const key = buildImageKey();
  const late = buildImageKey();
  const pathOf = (of: string) =>
    buildImageUrl({ secret: SECRET, publicUrl: "https://w" }, { key: of, createdAt })?.slice("https://w".length) ?? "";

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    const repository = new AlertImageRepository(postgres);
    await repository.add([
      { ...row, key, png },
      { ...row, incident: "i2", key: late, result: "late", png: null },
    ]);
    app = Fastify();
    serveAlertImages(app, { postgres, secret: SECRET, now: () => now, most: { ofOne: 3, ofAll: 100 } });
    await app.listen({ port: 0, host: "127.0.0.1" });
  }, 30_000);
  afterAll(async () => {
    await app.close();
    await postgres.close();
  });
  beforeEach(() => {
    now = new Date(now.getTime() + 60_000);
  });
  const load = async (path: string, method = "GET") => {
    const answer = await fetch(app.listeningOrigin + path, { method });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const headers = Object.fromEntries(answer.headers);
    return { status: answer.status, headers, bytes, text: Buffer.from(bytes).toString() };
  };

  it("are given to whoever has the link, as PNG that readers may keep and nobody in between", async () => {
    const answer = await load(pathOf(key));
    expect(answer.status).toBe(200);
    expect(answer.bytes).toEqual(png);
    expect(answer.headers).toMatchObject({
      ...{ "content-type": "image/png", "cache-control": "private, max-age=86400, immutable" },
      ...{ "x-content-type-options": "nosniff", "x-robots-tag": "noindex", "content-length": "4" },
    });
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(pathOf(key)).not.toContain("acme");
  });

  it("are nothing at all to anybody else: one empty answer, whatever is wrong", async () => {
    const path = pathOf(key);
    const forged = [`${path}x`, path.slice(0, -4), path.replace(/.$/, ""), pathOf(buildImageKey()), pathOf(late)];
    for (const wrong of [...forged, "/links/images/", "/links/images/a1", "/links/images/%2e%2e%2f%2e%2e%2fetc"]) {
      const answer = await load(wrong);
      expect([answer.status, /acme|i1/.test(answer.text)]).toEqual([404, false]);
    }
    expect((await load(forged[0] ?? "")).text).toBe("");
    expect((await load(path, "POST")).status).toBe(404);
  });

  it("are not given any more after 30 days, and not without end within a minute", async () => {
    const codes = [];
    for (let time = 0; time < 4; time += 1) codes.push((await load(pathOf(key))).status);
    expect(codes).toEqual([200, 200, 200, 429]);
    now = new Date(createdAt.getTime() + 30 * DAY);
    expect((await load(pathOf(key))).status).toBe(404);
  });

  it("are forgotten when they are old, or more than a tenant may have", async () => {
    const repository = new AlertImageRepository(postgres);
    const made = Array.from({ length: 5 }, (_, day) => ({
      ...{ ...row, tenant: "many", incident: `i${day}`, key: buildImageKey(), png },
      createdAt: new Date(createdAt.getTime() + day * DAY),
    }));
    await repository.add(made);
    const ids = made.map(({ incident }) => incident);
    const list = async () => (await repository.findMade("many", ids)).map(({ incident }) => incident).sort();
    await repository.forget("many", { before: new Date(createdAt.getTime() + DAY), keep: 3 });
    expect(await list()).toEqual(["i2", "i3", "i4"]);
    expect(await repository.has("acme", "i1")).toBe(true);
  });
});
