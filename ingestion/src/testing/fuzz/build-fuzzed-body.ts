import { gzipSync } from "node:zlib";
import { EVENT_KINDS } from "../../events/event-kind.js";

/** FuzzedBody is a request; `events` are what it holds where that is known: a list of JSON values in their order. */
export interface FuzzedBody {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly events: readonly unknown[] | undefined;
}

/** Dice throws the numbers of a fuzzed body. */
export interface Dice {
  readonly random: () => number;
  readonly nowMs: number;
  /** Counts events, so that their ids differ. */
  next(): number;
}

/** GARBAGE is what stands where something else should. */
export const GARBAGE: readonly unknown[] = [
  ...[
    null,
    "",
    " ",
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    9_007_199_254_740_993,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    { a: { b: [{}] } },
  ],
  ...["\0", "\t\n\r\\'\"", "žluť \ud83d\ude00", "\ud800", "x".repeat(129), "y".repeat(9_000), "2026-02-30T00:00:00Z"],
  ...[
    "2026-06-01",
    "1969-12-31T23:59:59Z",
    "2150-01-01T00:00:00Z",
    "NaN",
    "1e5",
    "007",
    "-0",
    "__proto__",
    "DROP TABLE run",
  ],
];

/** pick returns one of a list. */
export const pick = <Value>(list: readonly Value[], random: () => number): Value | undefined =>
  list[Math.floor(random() * list.length)];

/** buildFuzzedBody makes one request: most bodies are nearly right, some are broken as text, some are no text at all. */
export function buildFuzzedBody(dice: Dice): FuzzedBody {
  const { random } = dice;
  const events = Array.from({ length: 1 + Math.floor(random() * 4) }, () => buildEvent(dice));
  const text = JSON.stringify(events);
  const throwOf = random();
  if (throwOf < 0.35) return { body: Buffer.from(text), headers: { "content-type": "application/json" }, events };
  if (throwOf < 0.55)
    return {
      body: Buffer.from(events.map((event) => JSON.stringify(event)).join(random() < 0.5 ? "\n" : "\r\n")),
      headers: { "content-type": "application/x-ndjson; charset=utf-8" },
      events,
    };
  if (throwOf < 0.65)
    return {
      body: gzipSync(JSON.stringify(events, undefined, 2)),
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      events,
    };
  if (throwOf < 0.8) return buildCloudEvents(events, dice);
  return { body: damage(Buffer.from(text), random), headers: buildOddHeaders(random), events: undefined };
}

function buildEvent(dice: Dice): unknown {
  const { random } = dice;
  if (random() < 0.03) return pick(GARBAGE, random);
  const number = dice.next();
  const at = (offsetMs: number) => new Date(dice.nowMs - 3_600_000 + (number % 1_000) * 1_000 + offsetMs).toISOString();
  const event: Record<string, unknown> = {
    ...{ id: `f-${number}`, kind: pick(EVENT_KINDS, random), time: at(0), source: "fuzz", client: `c${number % 3}` },
    ...{ workflow: `w${number % 2}`, run: `r-${number % 500}`, outcome: "succeeded", step: "s", startedAt: at(-500) },
    ...{ change: `ch-${number % 50}`, entity: { type: "price", id: "p", version: number % 9 }, dueAt: at(60_000) },
    ...{
      targets: [{ store: "1" }, { channel: "pos" }],
      target: { store: "1" },
      exception: `x-${number % 50}`,
      class: "c",
    },
    ...{ measure: "m", value: random() * 1e6, unit: "pcs", expected: 2, reason: "waiting", decision: `d-${number}` },
    ...{ model: "m", modelVersion: 1, action: "reorder", confidence: random(), verdict: "accepted", store: "1" },
    ...{
      attributes: { lane: "a'b\\c\t", tier: 1 },
      money: { amount: "12.5", currency: "EUR" },
      correlation: "ž\ud83d\ude00",
    },
  };
  const names = Object.keys(event);
  const faults = random() < 0.55 ? 0 : 1 + Math.floor(random() * 3);
  for (let fault = 0; fault < faults; fault += 1) {
    const name = pick(names, random) ?? "id";
    if (random() < 0.3) delete event[name];
    else event[name] = pick(GARBAGE, random);
  }
  if (random() < 0.05) event["unknown"] = pick(GARBAGE, random);
  return event;
}

function buildCloudEvents(events: readonly unknown[], { random }: Dice): FuzzedBody {
  const wrapped = events.map((event) => {
    const { id, kind, time, source, ...data } = (typeof event === "object" && event !== null ? event : {}) as Record<
      string,
      unknown
    >;
    const specversion = random() < 0.95 ? "1.0" : pick(GARBAGE, random);
    return {
      specversion,
      id,
      type: kind,
      time,
      source,
      datacontenttype: "application/json",
      data: random() < 0.95 ? data : pick(GARBAGE, random),
    };
  });
  if (random() < 0.5)
    return {
      body: Buffer.from(JSON.stringify(wrapped)),
      headers: { "content-type": "application/cloudevents-batch+json" },
      events: undefined,
    };
  return {
    body: Buffer.from(JSON.stringify(wrapped[0])),
    headers: { "content-type": "application/cloudevents+json" },
    events: undefined,
  };
}

/** damage cuts, flips, repeats or replaces bytes. */
export function damage(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return bytes.subarray(0, at);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.floor(at / 2))]);
  if (kind === 2) return Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256)));
  if (kind === 3) return Buffer.from("[".repeat(1 + Math.floor(random() * 5_000)));
  const flipped = Buffer.from(bytes);
  for (let count = 0; count < 3; count += 1)
    flipped[Math.floor(random() * flipped.length)] = Math.floor(random() * 256);
  return flipped;
}

function buildOddHeaders(random: () => number): Record<string, string> {
  const types = ["application/json", "application/x-ndjson", "application/cloudevents+json", "text/plain", "", ";;"];
  const encodings = ["identity", "gzip", "br", "gzip, gzip"];
  return {
    "content-type": pick(types, random) ?? "application/json",
    ...(random() < 0.2 ? { "content-encoding": pick(encodings, random) ?? "gzip" } : {}),
    ...(random() < 0.2
      ? { "ce-id": "%E0%A4%A", "ce-specversion": "1.0", "ce-type": "feed.heartbeat", "ce-source": "s" }
      : {}),
  };
}
