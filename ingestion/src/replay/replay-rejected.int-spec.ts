import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createApiKey,
  createWebhookSource,
  ensureTenant,
  revokeApiKey,
  revokeWebhookSource,
  schema,
  type ReplayWish,
} from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { signGithub } from "../receive/webhooks/testing/sign-webhook.js";
import { openTestReceiver, type TestReceiver } from "../testing/open-test-receiver.js";
import { runReplay } from "./testing/run-replay.js";

const SECRET = "It's a Secret to Everybody";
let clock = new Date("2026-06-03T12:00:00Z");
let receiver: TestReceiver;

beforeAll(async () => {
  receiver = await openTestReceiver({ now: () => clock });
  await ensureTenant(receiver.postgres, { id: "other", title: "Other", isDemo: false, now: clock });
}, 60_000);
afterAll(() => receiver.close());
beforeEach(() => {
  // Rows of the tests before lie behind the range of the next one.
  clock = new Date(clock.getTime() + 3_600_000);
});

/** writeMapping declares which field of an order names it; `kind` = what becomes of an order. */
function writeMapping(name: string, field: string, kind = "run.finished"): void {
  mkdirSync(join(receiver.directory, "mappings"), { recursive: true });
  const lines = [
    ...[`title: ${name} by ${field}`, "format: { kind: payload }", "events:", "  - forEach: orders", "    event:"],
    ...[`      id: { concat: [{ item: ${field} }, "-done"] }`, `      kind: ${kind}`, "      time: { item: at }"],
    ...["      workflow: order-to-erp", `      run: { item: ${field} }`, "      outcome: succeeded", ""],
  ];
  writeFileSync(join(receiver.directory, "mappings", `${name}.mapping.yaml`), lines.join("\n"));
}

async function declare(
  source: string,
  given: { tenant?: string; client?: string; mapping?: string; secret?: string } = {},
) {
  const { postgres, secretBox: box } = receiver;
  const declared = { tenant: "acme", client: "northmart", mapping: source, secret: SECRET, ...given };
  const made = await createWebhookSource(postgres, { source, style: "github", ...declared }, { box, now: clock });
  if ("code" in made) throw new Error(made.message);
}

const HOUR = () => new Date(clock.getTime() - 1_800_000).toISOString();

async function sendOrders(source: string, orders: readonly object[], secret = SECRET): Promise<number> {
  const body = JSON.stringify({ orders: orders.map((order) => ({ at: HOUR(), ...order })) });
  const signature = signGithub(body, { secret, event: "orders", id: `${source} ${orders.length}` });
  const answer = await fetch(`${receiver.url}/v1/webhooks/${source}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...signature },
  });
  return answer.status;
}

async function ask<Row = Record<string, unknown>>(sql: string): Promise<Row[]> {
  await receiver.ingestion.intake.settled();
  return receiver.clickhouse.query<Row>({ name: "test", sql });
}

const replay = (wish: Partial<ReplayWish> = {}) =>
  runReplay(receiver.postgres, clock, { from: new Date(clock.getTime() - 1_800_000), ...wish });
const countRuns = (prefix: string) =>
  ask(`SELECT run, client, outcome FROM run FINAL WHERE tenant = 'acme' AND startsWith(run, '${prefix}') ORDER BY run`);
const listRejected = (source: string) =>
  ask(`SELECT reason, field, client FROM rejected_event FINAL WHERE source = '${source}' AND isNull(replayed_at)`);
/** What intake metrics are computed of. */
const readIntake = (source: string) =>
  ask(`SELECT (SELECT sum(received) FROM feed_count FINAL WHERE source = '${source}') AS accepted,
    (SELECT count() FROM event FINAL WHERE source = '${source}') AS distinct,
    (SELECT count() FROM rejected_event FINAL WHERE source = '${source}' AND isNull(replayed_at)) AS rejected`);

describe("a webhook whose mapping was wrong", () => {
  it("has its runs after the mapping was corrected and replayed, and nothing changes by a second replay", async () => {
    writeMapping("late", "number");
    await declare("late");
    expect(await sendOrders("late", [{ order: "L1" }, { order: "L2" }])).toBe(207);
    expect(await listRejected("late")).toEqual([
      { reason: "mapping_failed", field: expect.any(String) as string, client: "northmart" },
    ]);
    expect(await replay()).toMatchObject({ state: "done", read: 1, accepted: 0, duplicates: 0, rejected: 1 });
    expect(await readIntake("late")).toEqual([{ accepted: 0, distinct: 0, rejected: 1 }]);

    writeMapping("late", "order");
    expect(await replay()).toMatchObject({ state: "done", read: 1, accepted: 2, duplicates: 0, rejected: 0 });
    const row = { client: "northmart", outcome: "succeeded" };
    expect(await countRuns("L")).toEqual([
      { run: "L1", ...row },
      { run: "L2", ...row },
    ]);
    const after = [{ accepted: 2, distinct: 2, rejected: 0 }];
    expect(await readIntake("late")).toEqual(after);
    const [event] = await ask(
      "SELECT toString(received_at) AS at, source FROM event FINAL WHERE source = 'late' LIMIT 1",
    );
    expect(event).toMatchObject({ at: clock.toISOString().replace("T", " ").replace("Z", "") });

    expect(await replay()).toMatchObject({ state: "done", read: 0, accepted: 0 });
    expect(await readIntake("late")).toEqual(after);
  });

  it("keeps what still fails with its new reason, and takes what can be made once", async () => {
    writeMapping("half", "number");
    await declare("half");
    await sendOrders("half", [{ order: "H1" }, { order: "H2", at: "no instant" }, { number: "H3" }]);
    expect(await readIntake("half")).toEqual([{ accepted: 1, distinct: 1, rejected: 1 }]);
    writeMapping("half", "order");
    expect(await replay()).toMatchObject({ read: 1, accepted: 1, duplicates: 0, rejected: 1 });
    expect(await listRejected("half")).toEqual([{ reason: "mapping_failed", field: "time", client: "northmart" }]);
    expect(await replay()).toMatchObject({ read: 1, accepted: 0, duplicates: 1, rejected: 1 });
    expect(await readIntake("half")).toEqual([{ accepted: 2, distinct: 2, rejected: 1 }]);
  });

  it("is mapped as its source is declared now, unless that speaks for another client", async () => {
    writeMapping("first", "number");
    writeMapping("second", "order");
    await declare("moved", { mapping: "first" });
    await sendOrders("moved", [{ order: "M1" }]);
    const { postgres } = receiver;
    await revokeWebhookSource(postgres, { tenant: "acme", source: "moved" }, clock);
    await declare("moved", { mapping: "second", client: "halden" });
    expect(await replay()).toMatchObject({ accepted: 0, rejected: 1 });
    await revokeWebhookSource(postgres, { tenant: "acme", source: "moved" }, clock);
    await declare("moved", { mapping: "second" });
    expect(await replay()).toMatchObject({ accepted: 1, rejected: 0 });
    expect(await countRuns("M")).toEqual([{ run: "M1", client: "northmart", outcome: "succeeded" }]);
  });

  it("stays what it is while there is no such mapping, and when a mapping now leaves it out it is done", async () => {
    await declare("none");
    await sendOrders("none", [{ order: "N1" }]);
    expect(await replay()).toMatchObject({ state: "done", read: 1, rejected: 1 });
    writeMapping("none", "order");
    const path = join(receiver.directory, "mappings", "none.mapping.yaml");
    writeFileSync(
      path,
      "title: x\nformat: { kind: payload }\nevents:\n  - forEach: nothing\n    event: { id: a, kind: feed.heartbeat, time: { path: at } }\n",
    );
    expect(await replay()).toMatchObject({ read: 1, accepted: 0, rejected: 0 });
    expect(await readIntake("none")).toMatchObject([{ distinct: 0, rejected: 0 }]);
  });

  it("of another tenant is left alone", async () => {
    writeMapping("both", "number");
    await declare("both");
    await declare("both", { tenant: "other", secret: "another secret altogether" });
    await sendOrders("both", [{ order: "B1" }]);
    await sendOrders("both", [{ order: "B2" }], "another secret altogether");
    writeMapping("both", "order");
    expect(await replay()).toMatchObject({ read: 1, accepted: 1 });
    const rows = await ask(
      "SELECT tenant, isNull(replayed_at) AS isRejected FROM rejected_event FINAL WHERE source = 'both' ORDER BY tenant",
    );
    expect(rows).toEqual([
      { tenant: "acme", isRejected: 0 },
      { tenant: "other", isRejected: 1 },
    ]);
    expect(await ask("SELECT DISTINCT tenant FROM event FINAL WHERE source = 'both'")).toEqual([{ tenant: "acme" }]);
  });
});

describe("a refused event of /v1/events", () => {
  const build = (id: string, more: Record<string, unknown> = {}) => ({
    ...{ id, kind: "run.started", time: HOUR(), source: "pos", client: "northmart", workflow: "w", run: id, ...more },
  });
  const send = (secret: string, ...events: unknown[]) =>
    receiver.send(JSON.stringify(events), { authorization: `Bearer ${secret}` });
  const make = (more: { clients?: string[]; kinds?: string[] } = {}) =>
    createApiKey(receiver.postgres, { kind: "ingest", tenant: "acme", title: "till", ...more }, clock);
  const limitKey = (id: string, changes: { clients?: string[]; kinds?: string[] }) =>
    receiver.postgres.db.update(schema.apiKey).set(changes).where(eq(schema.apiKey.id, id));

  it("passes once its key may send for the client, also when the key has ended since", async () => {
    const key = await make({ clients: ["halden"] });
    expect((await send(key.secret, build("p1"))).status).toBe(207);
    await receiver.ingestion.intake.settled();
    expect(await replay({ reasons: ["client_not_allowed"] })).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
    await limitKey(key.id, { clients: ["halden", "northmart"] });
    await revokeApiKey(receiver.postgres, "acme", key.id, clock);
    expect(await replay()).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
    expect(await countRuns("p1")).toMatchObject([{ client: "northmart" }]);
  });

  it("of a client that the one who asks may not reach is neither read nor written", async () => {
    const key = await make({ kinds: ["run.finished"] });
    await send(key.secret, build("c1"), build("c2", { client: "halden" }));
    await limitKey(key.id, { kinds: ["run.started"] });
    expect(await replay({ clients: ["halden"] })).toMatchObject({ read: 1, accepted: 1 });
    expect(await countRuns("c")).toMatchObject([{ run: "c2", client: "halden" }]);
  });

  it("that looks like a payload of a webhook is not taken for one", async () => {
    const key = await make({ clients: ["halden"] });
    writeMapping("forged", "order");
    await declare("forged");
    const payload = { orders: [{ order: "F1", at: HOUR() }] };
    await send(key.secret, { source: "forged", id: "x", mapping: "forged", headers: {}, payload });
    expect(await replay()).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
    expect(await countRuns("F")).toEqual([]);
  });

  it("that lay in the future does not become right by waiting; one too old passes as history", async () => {
    const at = clock;
    const key = await make();
    await send(key.secret, build("f1", { time: new Date(at.getTime() + 660_000).toISOString() }));
    await send(key.secret, build("f2", { time: "2024-01-01T00:00:00Z" }));
    await receiver.ingestion.intake.settled();
    clock = new Date(at.getTime() + 1_200_000);
    expect(await replay()).toMatchObject({ read: 2, accepted: 0, rejected: 2 });
    expect(await replay({ isBackfill: true })).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
    expect(await ask("SELECT id, backfill FROM event FINAL WHERE id IN ('f1', 'f2')")).toEqual([
      { id: "f2", backfill: 1 },
    ]);
  });

  it("stays as it is when nothing can come of it, and holds up none of the others", async () => {
    const key = await make({ kinds: ["run.finished"] });
    const cut = { ...build("g0"), kind: "run.strated", note: "x".repeat(70_000) };
    await send(key.secret, "text", 7, null, { span: {} }, cut, build("g1"));
    await limitKey(key.id, { kinds: ["run.started"] });
    const before = await ask(
      "SELECT reason, detail FROM rejected_event FINAL WHERE sent_by = '" + key.id + "' ORDER BY position",
    );
    expect(await replay()).toMatchObject({ state: "done", read: 6, accepted: 1, rejected: 5 });
    const after = await ask(
      "SELECT reason, detail FROM rejected_event FINAL WHERE sent_by = '" + key.id + "' ORDER BY position",
    );
    expect(after).toEqual(before);
  });

  it("counts the same identity once, also when it was sent again by itself", async () => {
    const key = await make({ kinds: ["run.finished"] });
    await send(key.secret, build("d1"), build("d1"), build("d2"));
    await limitKey(key.id, { kinds: ["run.started", "run.finished"] });
    await receiver.send(JSON.stringify([build("d2")]));
    expect(await replay()).toMatchObject({ read: 3, accepted: 1, duplicates: 2, rejected: 0 });
    expect(
      await ask("SELECT id, count() AS count FROM event FINAL WHERE id IN ('d1', 'd2') GROUP BY id ORDER BY id"),
    ).toEqual([
      { id: "d1", count: 1 },
      { id: "d2", count: 1 },
    ]);
  });
});
