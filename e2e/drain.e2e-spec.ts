import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { eventually, getData, signIn } from "./support/ask.js";
import { ADMIN, startInstance, type Instance } from "./support/start-instance.js";

const KEY = "wfi_drain_0123456789";
const CONNECTIONS = 8;
const EVENTS_A_REQUEST = 50;
const COMMON = { kind: "run.started", source: "test", client: "c", workflow: "w" };
const COUNT = `query ($from: DateTime!, $to: DateTime!) {
  metrics(query: { metrics: ["runs_started"], from: $from, to: $to }) { groups { values { value } } }
}`;

interface Outcome {
  readonly runs: readonly string[];
  /** 0 = the connection ended without an answer. */
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** post sends on a connection of its own that is kept open from one request to the next. */
function post(agent: Agent, url: string, runs: readonly string[]): Promise<Outcome> {
  const time = new Date().toISOString();
  const body = JSON.stringify(runs.map((run) => ({ ...COMMON, time, id: run, run })));
  const headers = { authorization: `Bearer ${KEY}`, "content-type": "application/json" };
  return new Promise((resolve) => {
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      const outcome = { runs, status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"] };
      answer.resume();
      answer.once("end", () => resolve(outcome));
      answer.once("error", () => resolve({ ...outcome, status: 0 }));
    });
    sent.once("error", () => resolve({ runs, status: 0, retryAfter: undefined }));
    sent.end(body);
  });
}

async function sendUntilRefused(instance: Instance, sender: number, outcomes: Outcome[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let sent = 0; ; sent += 1) {
    const runs = Array.from({ length: EVENTS_A_REQUEST }, (_, index) => `${sender}-${sent}-${index}`);
    const outcome = await post(agent, instance.eventsUrl, runs);
    outcomes.push(outcome);
    if (outcome.status !== 200) break;
  }
  agent.destroy();
}

/** openConnection sends text and keeps the connection; `closed` resolves, when the other side ended it, with all it said. */
async function openConnection(url: string, text: string): Promise<{ socket: Socket; closed: Promise<string> }> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let said = "";
  socket.on("error", () => undefined);
  socket.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(socket, "close").then(() => said);
  await once(socket, "connect");
  socket.write(text);
  return { socket, closed };
}

async function countRuns(instance: Instance, token: string): Promise<number> {
  const from = new Date(Date.now() - 86_400_000).toISOString();
  const to = new Date(Date.now() + 86_400_000).toISOString();
  const data = await getData<{ metrics: { groups: { values: { value: number }[] }[] } }>(instance.url, token, COUNT, {
    ...{ from, to },
  });
  return data.metrics.groups[0]?.values[0]?.value ?? 0;
}

describe("SIGTERM while events are sent", () => {
  it("answers or refuses every request, ends every connection, stops with code 0 within 10 s, and has stored what it answered", async () => {
    const first = await startInstance({ WATCHFLOOR_INGEST_KEY: KEY });
    const outcomes: Outcome[] = [];
    const senders = Array.from({ length: CONNECTIONS }, (_, sender) => sendUntilRefused(first, sender, outcomes));
    const idle = await openConnection(first.eventsUrl, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    const start = "POST /v1/events HTTP/1.1\r\nHost: x\r\n";
    const body = JSON.stringify({ ...COMMON, time: new Date().toISOString(), id: "slow", run: "slow" });
    const head = `Authorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const late = await openConnection(first.eventsUrl, start);
    const slow = await openConnection(first.eventsUrl, `${start}${head}${body.slice(0, 20)}`);
    const stalled = await openConnection(first.eventsUrl, `${start}${head}${body.slice(0, 20)}`);
    await eventually(
      () => Promise.resolve(outcomes.length),
      (count) => count >= 10 * CONNECTIONS,
    );
    const stoppedAt = Date.now();
    const stopping = first.stop();
    await new Promise((resolve) => setTimeout(resolve, 700));
    late.socket.write(`${head}${body}`);
    slow.socket.write(body.slice(20));
    expect(await stopping).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    await Promise.all(senders);
    const refused = (await late.closed).toLowerCase();
    for (const part of ["http/1.1 503", "retry-after: 2\r\n", "connection: close\r\n", '"closing"'])
      expect(refused).toContain(part);
    const finished = (await slow.closed).toLowerCase();
    for (const part of ["http/1.1 200", "connection: close\r\n", '"accepted":1']) expect(finished).toContain(part);
    expect([await idle.closed, await stalled.closed]).toEqual([expect.stringMatching(/200 OK/), ""]);

    const acknowledged = outcomes.filter(({ status }) => status === 200);
    const others = outcomes.filter(({ status }) => status !== 200);
    expect(others).toHaveLength(CONNECTIONS);
    expect(others.filter(({ status }) => status !== 0 && status !== 503)).toEqual([]);
    for (const { status, retryAfter } of others)
      expect([status, Number(retryAfter) > 0]).toEqual([status, status === 503]);

    const second = await startInstance({ WATCHFLOOR_DATA: first.dataDirectory, WATCHFLOOR_INGEST_KEY: KEY });
    const token = await signIn(second.url, ADMIN);
    const least = acknowledged.length * EVENTS_A_REQUEST + 1;
    const stored = await eventually(
      () => countRuns(second, token),
      (count) => count >= least,
    );
    // What got no answer may have been stored or not; nothing else was sent.
    const unanswered = others.filter(({ status }) => status === 0).length * EVENTS_A_REQUEST;
    expect(stored).toBeLessThanOrEqual(least + unanswered);
    await second.stop();
    second.remove();
  }, 120_000);
});
