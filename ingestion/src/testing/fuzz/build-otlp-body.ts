import { gzipSync } from "node:zlib";
import type { Type } from "protobufjs";
import { loadMessages } from "../../receive/otlp/decode/load-messages.js";
import { damage, pick, type Dice } from "./build-fuzzed-body.js";
import type { FuzzedRequest } from "./send-fuzzed.js";
import { spoilValue } from "./spoil-value.js";

type Signal = "traces" | "logs" | "metrics";

const ALLOWED: ReadonlySet<number> = new Set([200, 400, 413, 415, 429, 503]);
const messages = loadMessages();
const TYPES: Readonly<Record<Signal, Type>> = {
  traces: messages.find("TraceRequest"),
  logs: messages.find("LogsRequest"),
  metrics: messages.find("MetricsRequest"),
};
const NAMES = [
  ...["client", "store", "workflow", "run", "due_at", "attempts", "human_touched", "entity.id", "entity.version"],
  ...["money.amount", "money.currency", "exception.id", "exception.class", "correlation", "actor", "region"],
].map((name) => `watchfloor.${name}`);
const OTHER_NAMES = ["peer.service", "error.type", "__proto__", "constructor", "a", "", "n\0", "x".repeat(300)];

/** buildOtlpBody makes one request in one of both encodings: most are nearly right, some are damaged. */
export function buildOtlpBody(dice: Dice): FuzzedRequest {
  const { random } = dice;
  const signal = pick(["traces", "traces", "logs", "metrics"] as const, random) ?? "traces";
  const request = (
    random() < 0.75 ? buildRequest(signal, dice) : spoilValue(buildRequest(signal, dice), random)
  ) as object;
  const isJson = random() < 0.5;
  const whole = isJson ? Buffer.from(JSON.stringify(request)) : encode(signal, request);
  const body = random() < 0.85 ? whole : damage(whole.length === 0 ? Buffer.from("x") : whole, random);
  const isZipped = random() < 0.2;
  return {
    path: `/v1/${signal}`,
    body: isZipped ? gzipSync(body) : body,
    headers: {
      "content-type": isJson ? "application/json" : "application/x-protobuf",
      ...(isZipped ? { "content-encoding": "gzip" } : {}),
    },
    allowed: ALLOWED,
  };
}

/** What protobuf cannot write at all is sent as the text it would have been. */
function encode(path: Signal, request: object): Buffer {
  try {
    return Buffer.from(TYPES[path].encode(TYPES[path].fromObject(toBytes(request) as object)).finish());
  } catch {
    return Buffer.from(JSON.stringify(request));
  }
}

/** Ids are bytes in protobuf; the library would take their text for base64. */
function toBytes(value: unknown, name = ""): unknown {
  if (typeof value === "string" && /^(traceId|spanId|parentSpanId)$/.test(name)) return Buffer.from(value, "hex");
  if (Array.isArray(value)) return value.map((item) => toBytes(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toBytes(item, key)]));
}

function buildRequest(path: Signal, dice: Dice): object {
  const items = Array.from({ length: 1 + Math.floor(dice.random() * 5) }, () => BUILDERS[path](dice));
  const attributes = [{ key: "service.name", value: { stringValue: "shop" } }, ...buildAttributes(dice)];
  if (path === "traces") return { resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans: items }] }] };
  if (path === "logs") return { resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords: items }] }] };
  return { resourceMetrics: [{ resource: { attributes }, scopeMetrics: [{ metrics: items }] }] };
}

const BUILDERS: Readonly<Record<Signal, (dice: Dice) => object>> = {
  traces: (dice) => ({
    traceId: buildId(dice, 32),
    spanId: buildId(dice, 16),
    ...(dice.random() < 0.5 ? { parentSpanId: buildId(dice, 16) } : {}),
    name: pick(["order", "post", "", "n".repeat(400), "nul\0"], dice.random),
    kind: Math.floor(dice.random() * 7),
    startTimeUnixNano: buildNanos(dice),
    endTimeUnixNano: buildNanos(dice),
    attributes: buildAttributes(dice),
    events: [{ name: "exception", attributes: [{ key: "exception.type", value: { stringValue: "E" } }] }],
    links: [{ traceId: buildId(dice, 32), spanId: buildId(dice, 16) }],
    status: { code: Math.floor(dice.random() * 4), message: "m" },
  }),
  logs: (dice) => ({
    timeUnixNano: buildNanos(dice),
    body: buildValue(dice),
    attributes: [{ key: "watchfloor.exception.class", value: buildValue(dice) }, ...buildAttributes(dice)],
    traceId: buildId(dice, 32),
    spanId: buildId(dice, 16),
  }),
  metrics: (dice) => {
    const point = { timeUnixNano: buildNanos(dice), attributes: buildAttributes(dice), asDouble: dice.random() * 1e16 };
    const kind = pick(["gauge", "sum", "histogram", "summary", "exponentialHistogram"], dice.random) ?? "gauge";
    const count = String(Math.floor(dice.random() * 1e6));
    return { name: `m-${dice.next() % 50}`, unit: "1", [kind]: { dataPoints: [{ ...point, count, sum: 1 }] } };
  },
};

function buildId({ random, next }: Dice, length: number): string {
  if (random() < 0.03) return "0".repeat(length);
  if (random() < 0.03) return "abc";
  return (next() + 1).toString(16).padStart(length, "a");
}

function buildNanos({ random, nowMs }: Dice): string {
  if (random() < 0.05) return pick(["0", "18446744073709551615", "1", "99999999999999999"], random) ?? "0";
  return `${nowMs - Math.floor(random() * 3_600_000)}${String(Math.floor(random() * 1e6)).padStart(6, "0")}`;
}

function buildAttributes(dice: Dice): object[] {
  const { random } = dice;
  const attributes: object[] = [];
  if (random() < 0.8) attributes.push({ key: "watchfloor.client", value: { stringValue: "northmart" } });
  for (let count = Math.floor(random() * 4); count > 0; count -= 1)
    attributes.push({ key: pick(random() < 0.6 ? NAMES : OTHER_NAMES, random), value: buildValue(dice) });
  return attributes;
}

function buildValue({ random }: Dice): object {
  return (
    pick<object>(
      [
        { stringValue: "text" },
        { stringValue: "2026-06-01T08:00:00Z" },
        { stringValue: "z\0\t\\'\ud83d" },
        { stringValue: "l".repeat(3_000) },
        { boolValue: true },
        { intValue: "3" },
        { intValue: "-9223372036854775808" },
        { doubleValue: 1.5 },
        { doubleValue: "NaN" },
        { arrayValue: { values: [{ stringValue: "a" }, {}] } },
        { kvlistValue: { values: [{ key: "__proto__", value: { intValue: "1" } }] } },
        { bytesValue: "YWI=" },
        {},
      ],
      random,
    ) ?? {}
  );
}
