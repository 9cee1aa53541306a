import { Agent, request } from "node:http";
import { buildNdjsonBodies } from "./build-ndjson-bodies.js";
import { buildOtlpBodies } from "./build-otlp-bodies.js";

/** Run as a process of its own, so that it shares only the cores with the receiver: sends batches of 500 over 8 connections. */
const [url = "", key = "", count = "0", label = "b", load = "ndjson"] = process.argv.slice(2);
const BATCH = 500;
const CONNECTIONS = 8;

const fromMs = Date.now() - 3_600_000;
const isOtlp = load === "otlp";
const bodies = isOtlp
  ? buildOtlpBodies(label, Number(count), { fromMs, batch: BATCH })
  : buildNdjsonBodies(label, Number(count), { fromMs, batch: BATCH });
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function send(body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        agent,
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": isOtlp ? "application/x-protobuf" : "application/x-ndjson",
          "content-length": body.length,
        },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`status ${answer.statusCode}`)),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

process.stdout.write("ready\n");
process.stdin.once("data", () => {
  const startedAt = performance.now();
  let next = 0;
  const connection = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await send(body);
  };
  void Promise.all(Array.from({ length: CONNECTIONS }, connection)).then(() => {
    process.stdout.write(`acknowledged ${performance.now() - startedAt}\n`);
    process.exit(0);
  });
});
