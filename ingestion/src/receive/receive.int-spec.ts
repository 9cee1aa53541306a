import { gzipSync } from "node:zlib";
import { createApiKey } from "@watchfloor/sql";
import { openTestReceiver, type TestReceiver } from "../testing/open-test-receiver.js";

const now = () => new Date("2026-06-01T12:00:00Z");

describe("POST /v1/events", () => {
  let receiver: TestReceiver;
  let ids = 0;

  beforeAll(async () => {
    receiver = await openTestReceiver({ now, spoolBytes: 32 * 1024 * 1024 });
  }, 60_000);
  afterAll(() => receiver.close());

  const event = (more: Record<string, unknown> = {}) => ({
    id: `e-${(ids += 1)}`,
    kind: "run.started",
    time: "2026-06-01T11:00:00Z",
    source: "pos",
    client: "northmart",
    workflow: "w",
    run: `r-${ids}`,
    ...more,
  });
  async function send(body: string | Buffer, headers: Record<string, string> = {}) {
    const { status, body: answer } = await receiver.send(body, headers);
    return { status, body: answer };
  }

  it("accepts one object, an array, NDJSON and gzip, and stores each event", async () => {
    const events = [event(), event(), event(), event(), event()];
    const [first, second, third, fourth, fifth] = events.map((each) => JSON.stringify(each));
    expect(await send(first ?? "")).toEqual({ status: 200, body: { accepted: 1, duplicates: 0, rejected: [] } });
    expect(await send(`[${second},${third}]`)).toMatchObject({ status: 200, body: { accepted: 2 } });
    expect(await send(`${fourth}\r\n\n`, { "content-type": "application/x-ndjson" })).toMatchObject({
      body: { accepted: 1 },
    });
    expect(await send(gzipSync(fifth ?? ""), { "content-encoding": "gzip" })).toMatchObject({ body: { accepted: 1 } });
    await receiver.ingestion.intake.settled();
    const rows = await receiver.clickhouse.query<{ id: string }>({
      name: "test",
      sql: "SELECT id FROM event FINAL WHERE tenant = 'acme' ORDER BY received_at, id",
    });
    expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining(events.map((each) => each.id)));
  });

  it("counts repeats and stores them once", async () => {
    const text = JSON.stringify(event({ run: "twice" }));
    expect(await send(`[${text},${text}]`)).toMatchObject({ status: 200, body: { accepted: 1, duplicates: 1 } });
    expect(await send(text)).toMatchObject({ status: 200, body: { accepted: 0, duplicates: 1 } });
    await receiver.ingestion.intake.settled();
    const rows = await receiver.clickhouse.query<{ count: number }>({
      name: "test",
      sql: "SELECT count() AS count FROM run FINAL WHERE run = 'twice'",
    });
    expect(rows).toEqual([{ count: 1 }]);
  });

  it("keeps until when a source has sent everything, by its newest word, and never later than it was said", async () => {
    const beat = (source: string, completeUntil: unknown, time = "2026-06-01T11:58:00Z") =>
      event({ kind: "feed.heartbeat", source, time, completeUntil, workflow: undefined, run: undefined });
    const words = [
      ...[
        beat("erp", "2026-06-01T11:50:00Z"),
        beat("erp", "2026-06-01T11:57:30.5Z"),
        beat("erp", "2026-06-01T11:40:00Z"),
      ],
      ...[beat("ahead", "2026-06-01T18:00:00Z"), beat("silent", undefined)],
    ];
    const sent = await send(JSON.stringify(words));
    expect(sent.body).toEqual({ accepted: 5, duplicates: 0, rejected: [] });
    await receiver.ingestion.intake.settled();
    const rows = await receiver.clickhouse.query<{ source: string; until: string; said: string }>({
      name: "test",
      sql: `SELECT source, toString((max(complete) AS word).1) AS until, toString(word.2) AS said FROM feed
        WHERE source IN ('erp', 'ahead', 'silent') GROUP BY source ORDER BY source`,
    });
    expect(rows.map(({ source, until, said }) => [source, until, said])).toEqual([
      ["ahead", "2026-06-01 12:00:00.000", "2026-06-01 12:00:00.000"],
      ["erp", "2026-06-01 11:57:30.500", "2026-06-01 12:00:00.000"],
      ["silent", "1970-01-01 00:00:00.000", "1970-01-01 00:00:00.000"],
    ]);
  });

  it("refuses single events with a reason and loses nothing else of the request", async () => {
    const bad = [
      event({ kind: "run.exploded" }),
      event({ run: undefined }),
      event({ time: "2026-06-01T12:11:00Z" }),
      event({ time: "2025-01-01T00:00:00Z" }),
      event({ workflow: 7 }),
      "text",
    ];
    const answer = await send(JSON.stringify([event(), ...bad, event()]));
    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({ accepted: 2, duplicates: 0 });
    const rejected = answer.body["rejected"] as { index: number; reason: string; field: string; detail: string }[];
    expect(rejected.map(({ index, reason, field }) => [index, reason, field])).toEqual([
      [1, "unknown_kind", "kind"],
      [2, "missing_field", "run"],
      [3, "time_in_future", "time"],
      [4, "too_old", "time"],
      [5, "wrong_type", "workflow"],
      [6, "malformed", ""],
    ]);
    for (const { detail } of rejected) expect(detail.length).toBeGreaterThan(10);
    await receiver.ingestion.intake.settled();
    const kept = await receiver.clickhouse.query<{ reason: string }>({
      name: "test",
      sql: "SELECT reason FROM rejected_event FINAL ORDER BY position",
    });
    expect(kept.map((row) => row.reason)).toEqual(rejected.map(({ reason }) => reason));
  });

  it("keeps an unreadable NDJSON line to itself", async () => {
    const answer = await send(`${JSON.stringify(event())}\n{"half":\n`, { "content-type": "application/x-ndjson" });
    expect(answer).toMatchObject({ status: 207, body: { accepted: 1, rejected: [{ index: 1, reason: "malformed" }] } });
  });

  it("limits a key to its clients and kinds", async () => {
    const limited = await createApiKey(
      receiver.postgres,
      { kind: "ingest", tenant: "acme", title: "limited", clients: ["halden"], kinds: ["feed.heartbeat"] },
      now(),
    );
    const answer = await send(
      JSON.stringify([event(), event({ client: "halden" }), event({ client: "halden", kind: "feed.heartbeat" })]),
      {
        authorization: `Bearer ${limited.secret}`,
      },
    );
    expect(answer.body).toMatchObject({
      accepted: 1,
      rejected: [{ reason: "client_not_allowed" }, { reason: "kind_not_allowed" }],
    });
  });

  it.each([
    [400, "unreadable", () => send("{")],
    [400, "unreadable", () => send("42")],
    [400, "unreadable", () => send("not gzip", { "content-encoding": "gzip" })],
    [400, "unreadable", () => send("no json\nat all", { "content-type": "application/x-ndjson" })],
    [401, "unauthenticated", () => send("{}", { authorization: "Bearer wrong" })],
    [401, "unauthenticated", () => send("{}", { authorization: "" })],
    [413, "too_large", () => send(" ".repeat(11 * 1024 * 1024))],
    [413, "too_large", () => send(gzipSync(Buffer.alloc(11 * 1024 * 1024, 32)), { "content-encoding": "gzip" })],
    [413, "too_many_events", () => send(JSON.stringify(Array.from({ length: 10_001 }, () => 1)))],
    [415, "unsupported_type", () => send("a,b", { "content-type": "text/csv" })],
    [415, "unsupported_encoding", () => send("{}", { "content-encoding": "br" })],
  ])("answers %d %s and stays up", async (status, code, act) => {
    const answer = await act();
    expect(answer).toMatchObject({ status, body: { error: { code } } });
    expect(await send(JSON.stringify(event()))).toMatchObject({ status: 200 });
  });

  it("stores pauses with their run and decisions as they are made and reviewed", async () => {
    const common = { time: "2026-06-01T11:00:00Z", source: "planner", client: "northmart" };
    const answer = await send(
      JSON.stringify([
        event({ run: "paused-run", time: "2026-06-01T10:00:00Z" }),
        { ...common, id: "p-1", kind: "run.paused", workflow: "w", run: "paused-run", reason: 'it\'s "waiting"' },
        {
          ...common,
          id: "p-2",
          kind: "run.resumed",
          workflow: "w",
          run: "paused-run",
          reason: 'it\'s "waiting"',
          time: "2026-06-01T11:30:00Z",
        },
        { ...common, id: "p-3", kind: "run.paused", workflow: "w", run: "paused-run" },
        {
          ...common,
          id: "d-1",
          kind: "decision.made",
          decision: "d",
          model: "reorder",
          modelVersion: 3,
          action: "reorder",
          confidence: 0.81,
          store: "0001",
        },
        {
          ...common,
          id: "d-2",
          kind: "decision.reviewed",
          decision: "d",
          verdict: "overridden",
          reason: "promotion",
          actor: "mia",
        },
        {
          ...common,
          id: "d-3",
          kind: "decision.made",
          decision: "d",
          model: "reorder",
          modelVersion: 3,
          action: "reorder",
          confidence: 1.2,
        },
        { ...common, id: "d-4", kind: "decision.reviewed", decision: "d", verdict: "maybe" },
      ]),
    );
    expect(answer).toMatchObject({
      status: 207,
      body: {
        accepted: 5,
        rejected: [
          { id: "p-3", reason: "missing_field", field: "reason" },
          { id: "d-3", reason: "value_out_of_range", field: "confidence" },
          { id: "d-4", reason: "value_out_of_range", field: "verdict" },
        ],
      },
    });
    await receiver.ingestion.intake.settled();
    const read = (sql: string) => receiver.clickhouse.query<Record<string, unknown>>({ name: "test", sql });
    expect(await read("SELECT toString(pauses) AS pauses FROM run FINAL WHERE run = 'paused-run'")).toEqual([
      { pauses: "[('2026-06-01 11:00:00.000','2026-06-01 11:30:00.000','it\\'s \"waiting\"')]" },
    ]);
    expect(
      await read(
        "SELECT kind, model, model_version, confidence, verdict, reason, actor, store FROM decision FINAL ORDER BY id",
      ),
    ).toEqual([
      {
        kind: "made",
        model: "reorder",
        model_version: "3",
        confidence: 0.81,
        verdict: "",
        reason: "",
        actor: "",
        store: "0001",
      },
      {
        kind: "reviewed",
        model: "",
        model_version: "",
        confidence: null,
        verdict: "overridden",
        reason: "promotion",
        actor: "mia",
        store: "",
      },
    ]);
  });

  it("survives nesting deeper than the stack", async () => {
    const deep = `{"id":"deep","kind":"feed.heartbeat","time":"2026-06-01T11:00:00Z","source":"s","client":"c","x":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    const answer = await send(`[${deep},${JSON.stringify(event())}]`);
    expect(answer.status).toBe(200);
    expect(await send(JSON.stringify(event()))).toMatchObject({ status: 200 });
  });

  it("tells whether it lives, is ready, and its figures", async () => {
    const url = receiver.url;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      'watchfloor_ingest_rejected_events_total{reason="malformed"}',
    );
    expect((await fetch(`${url}/v2/events`)).status).toBe(404);
  });
});
