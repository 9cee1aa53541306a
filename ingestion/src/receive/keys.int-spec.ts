import { createApiKey, listApiKeys, revokeApiKey, rotateApiKey, type NewIngestKey } from "@watchfloor/sql";
import { openTestReceiver, type TestReceiver } from "../testing/open-test-receiver.js";

const START_MS = Date.parse("2026-06-01T12:00:00Z");

describe("keys at the doors", () => {
  let receiver: TestReceiver;
  let nowMs = START_MS;
  let ids = 0;
  const now = () => new Date(nowMs);

  beforeAll(async () => {
    receiver = await openTestReceiver({ now });
  }, 60_000);
  afterAll(() => receiver.close());

  const create = (more: Partial<NewIngestKey> = {}) =>
    createApiKey(receiver.postgres, { kind: "ingest", tenant: "acme", title: "till", ...more }, now());
  const events = (count: number, more: object = {}) =>
    JSON.stringify(
      Array.from({ length: count }, () => ({
        id: `e-${(ids += 1)}`,
        kind: "feed.heartbeat",
        time: now().toISOString(),
        source: "pos",
        client: "northmart",
        ...more,
      })),
    );
  const send = (secret: string, body: string) => receiver.send(body, { authorization: `Bearer ${secret}` });
  const readMetrics = async () => (await fetch(`${receiver.url}/metrics`)).text();

  it("are limited to their sources", async () => {
    const { id, secret } = await create({ sources: ["erp", "pos"] });
    const body = `[${[events(1), events(1, { source: "shadow" }), events(1, { source: "erp" })].map((text) => text.slice(1, -1)).join(",")}]`;
    expect((await send(secret, body)).body).toMatchObject({
      accepted: 2,
      rejected: [{ index: 1, reason: "client_not_allowed", field: "source" }],
    });
    expect((await send(secret, body)).body).toMatchObject({ accepted: 0, duplicates: 2 });
    const metrics = await readMetrics();
    for (const [source, verdict, count] of [
      ["pos", "accepted", 1],
      ["erp", "accepted", 1],
      ["pos", "duplicate", 1],
      ["erp", "duplicate", 1],
      ["other", "rejected", 2],
    ] as const)
      expect(metrics).toContain(
        `watchfloor_ingest_events_total{key="${id}",source="${source}",verdict="${verdict}"} ${count}\n`,
      );
    expect(metrics).not.toContain("shadow");
    expect(metrics).toMatch(/watchfloor_ingest_request_seconds_count\{route="\/v1\/events",status="207"\} 2/);
    expect(metrics).toMatch(/watchfloor_ingest_request_bytes_sum\{route="\/v1\/events"\} [1-9]/);
  });

  it("are held to their rate: the whole request waits, nothing of it is stored, and later it passes", async () => {
    const { secret } = await create({ rate: { eventsPerSecond: 10, burst: 100 } });
    const refused = events(60);
    expect((await send(secret, events(60))).status).toBe(200);
    const answer = await send(secret, refused);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "2"]);
    expect(answer.body).toMatchObject({ error: { code: "rate_limited" } });
    expect((await send(secret, events(40))).status).toBe(200);
    // Nothing may pass now: refused before the body is read, so not even its faults are told.
    expect((await send(secret, "no json")).status).toBe(429);
    nowMs += 5_900;
    expect((await send(secret, refused)).status).toBe(429);
    nowMs += 100;
    expect((await send(secret, refused)).body).toMatchObject({ accepted: 60, duplicates: 0 });
    await receiver.ingestion.intake.settled();
    const [row] = await receiver.clickhouse.query<{ count: number }>({
      name: "test",
      sql: "SELECT count() AS count FROM event FINAL WHERE id IN {ids:Array(String)}",
      params: { ids: (JSON.parse(refused) as { id: string }[]).map(({ id }) => id) },
    });
    expect(row?.count).toBe(60);
  });

  it("of others are not held up by one that sends too much", async () => {
    const greedy = await create({ rate: { eventsPerSecond: 1, burst: 1 } });
    const other = await create({ rate: { eventsPerSecond: 1, burst: 1 } });
    expect((await send(greedy.secret, events(500))).status).toBe(200);
    expect((await send(greedy.secret, events(1))).headers.get("retry-after")).toBe("500");
    expect((await send(other.secret, events(1))).status).toBe(200);
  });

  it("end when they expire, and the old secret of a rotated one with its grace period, to the moment", async () => {
    const expiring = await create({ expiresAt: new Date(nowMs + 60_000) });
    const rotating = await create();
    const rotated = await rotateApiKey(receiver.postgres, {
      ...{ tenant: "acme", id: rotating.id, kind: "ingest" as const, graceSeconds: 60, now: now() },
    });
    const secrets = [expiring.secret, rotating.secret, rotated?.secret ?? ""];
    const statuses = async () => Promise.all(secrets.map(async (secret) => (await send(secret, events(1))).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    nowMs += 59_999;
    expect(await statuses()).toEqual([200, 200, 200]);
    nowMs += 1;
    expect(await statuses()).toEqual([401, 401, 200]);
  });

  it("stop working within five seconds of being revoked", async () => {
    const { id, secret } = await create();
    expect((await send(secret, events(1))).status).toBe(200);
    await revokeApiKey(receiver.postgres, "acme", id, now());
    nowMs += 5_001;
    expect((await send(secret, events(1))).status).toBe(401);
  });

  it("note when they were used", async () => {
    const { id, secret } = await create();
    const usedAt = async () =>
      (await listApiKeys(receiver.postgres, "acme")).find((key) => key.id === id)?.lastUsedAt?.getTime();
    const first = nowMs;
    await send(secret, events(1));
    nowMs += 59_000;
    await send(secret, events(1));
    await eventually(async () => expect(await usedAt()).toBe(first));
    nowMs += 2_000;
    await send(secret, events(1));
    await eventually(async () => expect(await usedAt()).toBe(nowMs));
  });

  it("that are known go on working while Postgres is away; others are told to come again", async () => {
    const { secret } = await create();
    expect((await send(secret, events(1))).status).toBe(200);
    await receiver.postgres.db.execute("ALTER TABLE api_key RENAME TO away");
    nowMs += 5_001;
    expect((await send(secret, events(1))).status).toBe(200);
    const unknown = await send("wfi_unknown", events(1));
    expect([unknown.status, unknown.headers.get("retry-after")]).toEqual([503, "5"]);
    await receiver.postgres.db.execute("ALTER TABLE away RENAME TO api_key");
    nowMs += 5_001;
    expect((await send("wfi_unknown", events(1))).status).toBe(401);
  });
});

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await check();
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
