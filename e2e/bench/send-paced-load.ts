import { Agent, request } from "node:http";
import { buildBenchEvents } from "./build-bench-events.js";

/**
 * Run as a process of its own: sends batches of 500 at a steady rate over 8 connections and prints how long each answer took, counted
 * from the moment the batch was due, so that a stall is seen by every batch it held up.
 */
const [url = "", key = "", count = "0", eventsPerSecond = "1000"] = process.argv.slice(2);
const BATCH = 500;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const everyMs = (1000 * BATCH) / Number(eventsPerSecond);

function buildBody(batch: number): Buffer {
  const events = buildBenchEvents(`p${batch}`, BATCH, Date.now() - 60_000);
  return Buffer.from(events.map((event) => JSON.stringify(event)).join("\n"));
}

function send(body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/x-ndjson",
      "content-length": body.length,
    };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

process.stdout.write("ready\n");
process.stdin.once("data", () => void run());

async function run(): Promise<void> {
  const latencies: number[] = [];
  const answers: Promise<void>[] = [];
  const startedAt = performance.now();
  let next = buildBody(0);
  for (let index = 0; index < Number(count) / BATCH; index += 1) {
    const dueAt = startedAt + index * everyMs;
    const waitMs = dueAt - performance.now();
    if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
    answers.push(
      send(next).then((status) => {
        if (status !== 200) throw new Error(`status ${status}`);
        latencies.push(performance.now() - dueAt);
      }),
    );
    // Made while the answer is awaited, so that a batch that is due leaves at once.
    next = buildBody(index + 1);
  }
  await Promise.all(answers);
  process.stdout.write(`${JSON.stringify(latencies.map((ms) => Math.round(ms * 10) / 10))}\n`, () => process.exit(0));
}
