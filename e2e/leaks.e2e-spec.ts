import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  startEmbeddedClickHouseProcess,
  type EmbeddedClickHouseProcess,
} from "../sql/src/clickhouse/testing/start-embedded-clickhouse-process.js";
import { startPostgresServer, type PostgresServer } from "../sql/src/postgres/testing/start-postgres-server.js";
import { ask, eventually, sendEvents, signIn } from "./support/ask.js";
import { startInstance, type Instance } from "./support/start-instance.js";

/** Nothing that is sent may be found where operators look; everything that is sent here carries this. */
const MARK = "LEAKMARK";
const KEY = `wfi_${MARK}_fixed_key_0123456789`;
const ADMIN = { email: "admin@example.org", password: `${MARK}-admin-password` };

const mark = (field: string) => `${MARK}-${field}`;
const time = () => new Date(Date.now() - 60_000).toISOString();

/** Every kind of event with a mark in every field that takes text; only the source of what is accepted names a time series. */
function buildEvents(source: string, more: Record<string, unknown> = {}): Record<string, unknown>[] {
  const common = {
    ...{ time: time(), source, client: mark("client"), store: mark("store"), channel: mark("channel") },
    ...{ partner: mark("partner"), region: mark("region"), brand: mark("brand"), correlation: mark("correlation") },
    ...{
      actor: mark("actor"),
      attributes: { [mark("name")]: mark("value") },
      [mark("unknown")]: { deep: [mark("deep")] },
    },
  };
  const run = { workflow: mark("workflow"), run: mark("run") };
  const entity = { type: mark("type"), id: mark("entity"), version: mark("version") };
  const error = { class: mark("class"), code: mark("code"), message: mark("message") };
  const kinds = [
    { kind: "run.started", ...run, entity, money: { amount: 1, currency: "EUR" }, dueAt: time() },
    { kind: "run.finished", ...run, outcome: "failed", error, evidence: mark("evidence") },
    { kind: "run.paused", ...run, reason: mark("reason") },
    {
      kind: "step.finished",
      ...run,
      step: mark("step"),
      startedAt: time(),
      outcome: "failed",
      from: mark("from"),
      to: mark("to"),
      error,
    },
    {
      kind: "change.published",
      workflow: mark("workflow"),
      change: mark("change"),
      entity,
      targets: [{ store: mark("target") }],
      dueAt: time(),
    },
    {
      kind: "change.applied",
      workflow: mark("workflow"),
      change: mark("change"),
      target: { store: mark("target") },
      outcome: "succeeded",
      appliedVersion: mark("version"),
    },
    { kind: "exception.raised", exception: mark("exception"), class: mark("class"), message: mark("message") },
    { kind: "measure.recorded", measure: mark("measure"), value: 1, unit: mark("unit") },
    {
      kind: "decision.made",
      decision: mark("decision"),
      model: mark("model"),
      modelVersion: mark("version"),
      action: mark("action"),
      confidence: 0.5,
    },
    { kind: "feed.heartbeat" },
  ];
  const part = String(Math.random()).slice(2);
  return kinds.map((kind, index) => ({ ...common, ...kind, id: mark(`${part}-${index}`), ...more }));
}

describe("what operators can look at", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-leaks-"));
  let clickhouse: EmbeddedClickHouseProcess;
  let postgres: PostgresServer;
  let instance: Instance;

  beforeAll(async () => {
    postgres = await startPostgresServer();
    clickhouse = await startEmbeddedClickHouseProcess({ directory: join(directory, "clickhouse") });
    instance = await startInstance({
      CLICKHOUSE_URL: clickhouse.url,
      DATABASE_URL: await postgres.createDatabase(),
      WATCHFLOOR_AUTH_SECRET: `${MARK}${"s".repeat(40)}`,
      WATCHFLOOR_LOG_LEVEL: "trace",
      WATCHFLOOR_INGEST_KEY: KEY,
      WATCHFLOOR_ADMIN_EMAIL: ADMIN.email,
      WATCHFLOOR_ADMIN_PASSWORD: ADMIN.password,
    });
  }, 90_000);
  afterAll(async () => {
    await instance.stop();
    await clickhouse.end();
    instance.remove();
    rmSync(directory, { recursive: true, force: true });
  }, 30_000);

  const metricsUrls = () => [new URL("/metrics", instance.eventsUrl), new URL("/metrics", instance.url)];
  async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, path = "") {
    const given = { authorization: `Bearer ${KEY}`, "content-type": "application/json", ...headers };
    const answer = await fetch(`${instance.eventsUrl}${path}`, { method: "POST", body, headers: given });
    return { status: answer.status, text: await answer.text() };
  }
  const accepted = async (events: unknown) =>
    expect((await sendEvents(instance.eventsUrl, KEY, events)).status).toBe(200);
  const until = (text: string) =>
    eventually(
      () => Promise.resolve(instance.output()),
      (output) => output.includes(text),
      30_000,
    );

  it("holds nothing of what was accepted, refused, malformed, or could not be stored, and no key or password", async () => {
    await accepted(buildEvents("till"));
    await sendRefused();
    await sendUnreadable();
    await sendWithWrongKeys();
    await signInAndManageKeys();
    await sendWhileStorageFails();
    await postgres.stop();
    await accepted(buildEvents("till", { store: mark("store-of-a-network-that-cannot-be-registered") }));
    await until("signal not sent");
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await accepted(buildEvents("till"));
    await until("keys cannot be looked up");
    expect((await post("[]", { authorization: `Bearer wfi_${MARK}_new` })).status).toBe(503);

    for (const said of ["request answered", "batch not stored", "ingest key created"])
      expect(instance.output()).toContain(said);
    const figures = await Promise.all(metricsUrls().map(async (url) => (await fetch(url)).text()));
    expect(figures[0]).toMatch(
      /watchfloor_ingest_events_total\{key="default:fixed",source="till",verdict="accepted"\} [1-9]/,
    );
    for (const text of [instance.output(), ...figures]) {
      const lines = text.split("\n").filter((line) => line.includes(MARK));
      expect(lines).toEqual([]);
    }
  }, 120_000);

  async function sendRefused(): Promise<void> {
    const bad = [
      { kind: mark("kind") },
      { id: { nested: mark("id") } },
      { time: mark("time") },
      { client: "" },
      { value: mark("value"), kind: "measure.recorded" },
      { workflow: mark("x").repeat(100), kind: "run.started" },
    ];
    const events = bad.flatMap((more) => buildEvents(mark("source"), more).slice(0, 2));
    const answer = await sendEvents(instance.eventsUrl, KEY, [...events, mark("text"), [mark("list")]]);
    expect(answer).toMatchObject({
      status: 207,
      body: { rejected: expect.arrayContaining([expect.anything()]) as unknown },
    });
  }

  async function sendUnreadable(): Promise<void> {
    const text = JSON.stringify(buildEvents(mark("source")));
    const zipped = gzipSync(text);
    const answers = [
      await post(text.slice(0, 200)),
      await post(`{"a": ${MARK}}`),
      await post(`${MARK}\n${MARK}`, { "content-type": "application/x-ndjson" }),
      await post(new Uint8Array(zipped.subarray(0, 60)), { "content-encoding": "gzip" }),
      await post(text, { "content-encoding": mark("encoding") }),
      await post(text, { "content-type": `text/${MARK}` }),
      await post(MARK.repeat(2 * 1024 * 1024)),
      await post(JSON.stringify(Array(10_001).fill(MARK))),
      await post(MARK, { "ce-id": MARK, "ce-source": MARK, "ce-type": MARK, "ce-specversion": MARK }),
      await post(`{"specversion":"1.0","id":"${MARK}","type":"${MARK}"`, {
        "content-type": "application/cloudevents+json",
      }),
      await post(text, {}, `/${MARK}?secret=${MARK}`),
      await post(`{"a": ${MARK}}`, { "x-request-id": MARK, "user-agent": MARK }, `?token=${MARK}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 415, 415, 413, 413, 400, 400, 404, 400]);
  }

  async function sendWithWrongKeys(): Promise<void> {
    const text = JSON.stringify(buildEvents(mark("source")));
    for (const authorization of [`Bearer wfi_${MARK}`, `Basic ${MARK}`, `Bearer ${MARK}\u00e9`, MARK])
      expect((await post(text, { authorization })).status).toBe(401);
  }

  async function signInAndManageKeys(): Promise<void> {
    await expect(signIn(instance.url, { ...ADMIN, password: mark("wrong-password") })).rejects.toThrow("wrong");
    const token = await signIn(instance.url, ADMIN);
    const query = `mutation { createIngestKey(input: { title: "${mark("title")}", sources: ["${mark("source")}"] }) { ... on IngestKeySecret { secret } } }`;
    const { data } = await ask<{ createIngestKey: { secret: string } }>(instance.url, token, query, {});
    const secret = data?.createIngestKey.secret ?? "";
    expect(secret).toMatch(/^wfi_/);
    await post("[]", { authorization: `Bearer ${secret}` });
    const wrong = `{ runs(filter: { workflows: ["${MARK}"], nothing: "${MARK}" }) { ${MARK} } }`;
    await ask(instance.url, token, wrong, {});
    await clickhouse.addFault({ refuseWith: 999, statement: "run" });
    await ask(instance.url, token, `{ run(client: "${MARK}", workflow: "${MARK}", id: "${MARK}") { id } }`, {});
    await clickhouse.clearFaults();
    expect(instance.output()).not.toContain(secret);
    expect(instance.output()).not.toContain(token);
  }

  async function sendWhileStorageFails(): Promise<void> {
    await clickhouse.addFault({ statement: "INSERT", refuseWith: 252, times: 2 });
    await clickhouse.addFault({ statement: "INSERT", hangUp: "after-running" });
    await clickhouse.addFault({ statement: "INSERT", refuseWith: 62 });
    await accepted(buildEvents("till"));
    await until("batch not stored");
    await eventually(
      async () => (await fetch(`${clickhouse.url}/stand-in/fault`)).json() as Promise<{ faults: unknown[] }>,
      ({ faults }) => faults.length === 0,
      30_000,
    );
  }
});
