import { gzipSync } from "node:zlib";
import { createApiKey } from "@watchfloor/sql";
import { openTestReceiver, type TestReceiver } from "../../testing/open-test-receiver.js";
import { seededRandom } from "../../testing/seeded-random.js";
import { loadMessages } from "./decode/load-messages.js";

const NOW = new Date("2026-06-01T12:00:00Z");
const START_MS = NOW.getTime() - 3_600_000;
const messages = loadMessages();
const encode = (name: string, message: object): Buffer => {
  const type = messages.find(name);
  return Buffer.from(type.encode(type.fromObject(message)).finish());
};
const decode = (name: string, bytes: Buffer): Record<string, unknown> =>
  messages.find(name).toObject(messages.find(name).decode(bytes), { longs: String, defaults: true });
const JSON_TYPE = { "content-type": "application/json" };
const PROTO_TYPE = { "content-type": "application/x-protobuf" };
const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const CLIENT = text("watchfloor.client", "northmart");

/** A span in JSON; `toWire` turns its ids into the bytes that protobuf wants. */
const buildSpan = (trace: string, number: number, more: Record<string, unknown> = {}) => ({
  traceId: trace,
  spanId: number.toString(16).padStart(16, "0"),
  ...(number === 1 ? {} : { parentSpanId: "1".padStart(16, "0") }),
  name: number === 1 ? "nightly" : `step-${number}`,
  startTimeUnixNano: `${START_MS}${String((number - 1) * 1_000).padStart(6, "0")}`,
  endTimeUnixNano: `${START_MS + 5_000}000000`,
  attributes: [CLIENT],
  ...more,
});
const toRequest = (spans: readonly object[], attributes: readonly object[] = []) => ({
  resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans }] }],
});
const toWire = (span: Record<string, unknown>) => ({
  ...span,
  ...Object.fromEntries(
    ["traceId", "spanId", "parentSpanId"]
      .filter((name) => typeof span[name] === "string")
      .map((name) => [name, Buffer.from(String(span[name]), "hex")]),
  ),
});

describe("the doors of OpenTelemetry", () => {
  let receiver: TestReceiver;
  beforeAll(async () => {
    receiver = await openTestReceiver({ now: () => NOW });
  }, 60_000);
  afterAll(() => receiver.close());

  async function post(path: string, body: Buffer | string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${receiver.url}/v1/${path}`, {
      method: "POST",
      body: new Uint8Array(Buffer.from(body)),
      headers: { authorization: `Bearer ${receiver.key}`, ...headers },
    });
    return {
      status: answer.status,
      type: answer.headers.get("content-type"),
      retryAfter: answer.headers.get("retry-after"),
      body: Buffer.from(await answer.arrayBuffer()),
    };
  }
  const query = async (sql: string, params: Record<string, string> = {}) => {
    await receiver.ingestion.intake.settled();
    return receiver.clickhouse.query<Record<string, unknown>>({ name: "test", sql, params });
  };

  describe("a trace of 1,000 spans in random order over several requests, each sent twice", () => {
    const shuffle = <Item>(items: readonly Item[]): Item[] => {
      const random = seededRandom(17);
      return items
        .map((item) => ({ item, place: random() }))
        .sort((left, right) => left.place - right.place)
        .map(({ item }) => item);
    };

    it.each(["JSON", "protobuf", "both"])(
      "as %s is one run with 999 steps in the right order",
      async (encoding) => {
        const trace = Buffer.alloc(16, encoding).toString("hex");
        const spans = shuffle(Array.from({ length: 1_000 }, (_, index) => buildSpan(trace, index + 1)));
        const requests = Array.from({ length: 8 }, (_, index) => spans.slice(index * 125, (index + 1) * 125));
        let turn = 0;
        for (const part of shuffle([...requests, ...requests])) {
          const isJson = encoding === "JSON" || (encoding === "both" && (turn += 1) % 2 === 0);
          const answer = isJson
            ? await post("traces", JSON.stringify(toRequest(part)), JSON_TYPE)
            : await post("traces", gzipSync(encode("TraceRequest", toRequest(part.map(toWire)))), {
                ...PROTO_TYPE,
                "content-encoding": "gzip",
              });
          expect(answer).toMatchObject({ status: 200, body: Buffer.from(isJson ? "{}" : "") });
        }
        const runs = await query(
          "SELECT run, workflow, toUnixTimestamp64Milli(started_at) AS start, toUnixTimestamp64Milli(finished_at) AS end FROM run FINAL WHERE run = {trace:String}",
          { trace },
        );
        expect(runs).toEqual([{ run: trace, workflow: "nightly", start: START_MS, end: START_MS + 5_000 }]);
        const steps = await query("SELECT step FROM step FINAL WHERE run = {trace:String} ORDER BY sequence", {
          trace,
        });
        expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 999 }, (_, index) => `step-${index + 2}`));
      },
      60_000,
    );
  });

  it("answers partial success in the encoding of the request and keeps what it refused with the reason", async () => {
    const trace = "a1".repeat(16);
    const spans = [
      buildSpan(trace, 1),
      buildSpan(trace, 2, { attributes: [] }),
      buildSpan("0".repeat(32), 3),
      buildSpan(trace, 4, { endTimeUnixNano: `${NOW.getTime() + 660_000}000000` }),
      buildSpan(trace, 5, { endTimeUnixNano: "18446744073709551615" }),
      buildSpan(trace, 6, { endTimeUnixNano: "0" }),
    ];
    const json = await post("traces", JSON.stringify(toRequest(spans)), JSON_TYPE);
    expect(json).toMatchObject({ status: 200, type: "application/json" });
    const { partialSuccess } = JSON.parse(json.body.toString()) as { partialSuccess: Record<string, string> };
    expect(partialSuccess).toMatchObject({
      rejectedSpans: "5",
      errorMessage: expect.stringContaining("5 of 6 spans refused"),
    });
    expect(partialSuccess["errorMessage"]).toMatch(/missing_field client \(1\)/);
    const proto = await post("traces", encode("TraceRequest", toRequest(spans.map(toWire))), PROTO_TYPE);
    expect(proto).toMatchObject({ status: 200, type: "application/x-protobuf" });
    expect(decode("TraceResponse", proto.body)).toMatchObject({ partialSuccess: { rejectedSpans: "5" } });
    const kept = await query("SELECT reason, field FROM rejected_event FINAL ORDER BY request, position LIMIT 5");
    expect(kept).toEqual([
      { reason: "missing_field", field: "client" },
      { reason: "malformed", field: "traceId" },
      { reason: "time_in_future", field: "time" },
      { reason: "value_out_of_range", field: "time" },
      { reason: "missing_field", field: "time" },
    ]);
  });

  it("counts refused data points, not the measures they would have been", async () => {
    const point = { timeUnixNano: `${START_MS}000000`, attributes: [CLIENT] };
    const metrics = [
      { name: "h", histogram: { dataPoints: [{ ...point, count: 2, sum: "Infinity" }] } },
      {
        name: "g",
        gauge: {
          dataPoints: [
            { ...point, asDouble: "NaN" },
            { ...point, asInt: "9223372036854775807" },
          ],
        },
      },
      { name: "ok", gauge: { dataPoints: [{ ...point, asInt: "9007199254740993" }] } },
      { name: "none", gauge: { dataPoints: [{ ...point, flags: 1 }] } },
      { name: "x".repeat(200), sum: { dataPoints: [{ ...point, asInt: 1 }] } },
    ];
    const body = JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });
    const answer = JSON.parse((await post("metrics", body, JSON_TYPE)).body.toString()) as object;
    expect(answer).toMatchObject({ partialSuccess: { rejectedDataPoints: "5" } });
    expect(JSON.stringify(answer)).toMatch(/1 of 6 data points not stored: they hold no value/);
  });

  it("takes the only client of a key, and refuses spans of others", async () => {
    const limited = await createApiKey(
      receiver.postgres,
      { kind: "ingest", tenant: "acme", title: "limited", clients: ["halden"] },
      NOW,
    );
    const trace = "b2".repeat(16);
    const spans = [buildSpan(trace, 1, { attributes: [] }), buildSpan(trace, 2)];
    const answer = await post("traces", JSON.stringify(toRequest(spans)), {
      ...JSON_TYPE,
      authorization: `Bearer ${limited.secret}`,
    });
    expect(answer.body.toString()).toMatch(/"rejectedSpans":"1".*client_not_allowed/);
    expect(await query("SELECT client FROM run FINAL WHERE run = {trace:String}", { trace })).toEqual([
      { client: "halden" },
    ]);
  });

  it("stores hostile attributes as what they are", async () => {
    const trace = "c3".repeat(16);
    const attributes = [
      CLIENT,
      text("__proto__", "polluted"),
      text("constructor", "x"),
      text("it's\t\\odd\n", "'; DROP TABLE event; --"),
      text("huge", "h".repeat(100_000)),
      { key: "big", value: { intValue: "9223372036854775807" } },
      { key: "nan", value: { doubleValue: "NaN" } },
      { key: "endless", value: { doubleValue: "-Infinity" } },
      text("watchfloor.store", "s'\\\n"),
    ];
    const body = JSON.stringify(toRequest([buildSpan(trace, 1, { attributes, name: "n\0ul" })]));
    expect(await post("traces", body, JSON_TYPE)).toMatchObject({ status: 200, body: Buffer.from("{}") });
    const [run] = await query("SELECT workflow, store, attributes FROM run FINAL WHERE run = {trace:String}", {
      trace,
    });
    expect(run).toEqual({
      workflow: "nul",
      store: "s'\\\n",
      attributes: {
        "it's\t\\odd\n": "'; DROP TABLE event; --",
        huge: "h".repeat(1024),
        big: "9223372036854775807",
        nan: "NaN",
        endless: "-Infinity",
      },
    });
  });

  it("takes requests that say nothing", async () => {
    for (const path of ["traces", "logs", "metrics"]) {
      expect(await post(path, "{}", JSON_TYPE)).toMatchObject({ status: 200, body: Buffer.from("{}") });
      expect(await post(path, '{"unknown":{"a":1},"resourceSpans":null}', JSON_TYPE)).toMatchObject({ status: 200 });
      expect(await post(path, "", PROTO_TYPE)).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    }
  });

  const whole = encode("TraceRequest", toRequest([toWire(buildSpan("d4".repeat(16), 1))]));
  const deepJson = `{"resourceSpans":[{"resource":{"attributes":[{"key":"a","value":${'{"arrayValue":{"values":['.repeat(20_000)}{}${"]}}".repeat(20_000)}}]}}]}`;
  let deepProto = Buffer.alloc(0);
  for (let depth = 0; depth < 500; depth += 1) {
    const inner = encode("AnyValue", {});
    deepProto = Buffer.concat([inner, Buffer.from([0x0a, ...writeLength(deepProto.length)]), deepProto]);
    deepProto = Buffer.concat([Buffer.from([0x2a, ...writeLength(deepProto.length)]), deepProto]);
  }
  const deepLog = wrap([0x0a, 0x12, 0x12, 0x2a], deepProto);

  it.each<[string, number, number, string, Buffer | string, Record<string, string>]>([
    ["cut protobuf", 400, 3, "traces", whole.subarray(0, whole.length - 3), PROTO_TYPE],
    ["no protobuf", 400, 3, "traces", Buffer.from("hello, this is text"), PROTO_TYPE],
    ["endless nesting in protobuf", 400, 3, "logs", deepLog, PROTO_TYPE],
    ["cut JSON", 400, 3, "traces", '{"resourceSpans":[', JSON_TYPE],
    ["JSON that is no object", 400, 3, "logs", "[]", JSON_TYPE],
    ["JSON of another shape", 400, 3, "traces", '{"resourceSpans":{"scopeSpans":1}}', JSON_TYPE],
    ["a time that is none", 400, 3, "traces", JSON.stringify(toRequest([{ endTimeUnixNano: "-1" }])), JSON_TYPE],
    ["endless nesting in JSON", 400, 3, "traces", deepJson, JSON_TYPE],
    ["gzip that is none", 400, 3, "metrics", "text", { ...PROTO_TYPE, "content-encoding": "gzip" }],
    ["no key", 401, 16, "traces", whole, { ...PROTO_TYPE, authorization: "" }],
    ["a wrong key", 401, 16, "metrics", whole, { ...PROTO_TYPE, authorization: "Bearer nobody" }],
    ["too much", 413, 8, "traces", Buffer.alloc(11 * 1024 * 1024), PROTO_TYPE],
    [
      "too much inside",
      413,
      8,
      "traces",
      gzipSync(Buffer.alloc(11 * 1024 * 1024)),
      { ...PROTO_TYPE, "content-encoding": "gzip" },
    ],
    [
      "too many spans",
      413,
      8,
      "traces",
      JSON.stringify(toRequest(Array.from({ length: 10_001 }, () => ({})))),
      JSON_TYPE,
    ],
    ["five million empty resources", 413, 8, "traces", Buffer.alloc(10 * 1024 * 1024 - 2, "0a00", "hex"), PROTO_TYPE],
    [
      "millions of empty spans",
      413,
      8,
      "traces",
      wrap([0x0a, 0x12], Buffer.alloc(9_000_000, "1200", "hex")),
      PROTO_TYPE,
    ],
    ["a type nobody reads", 415, 3, "traces", "x", { "content-type": "text/plain" }],
    ["an encoding nobody reads", 415, 3, "traces", whole, { ...PROTO_TYPE, "content-encoding": "br" }],
  ])("refuses %s with %s", async (_, status, code, path, body, headers) => {
    const answer = await post(path, body, headers);
    expect(answer.status).toBe(status);
    const isProto = headers["content-type"] === PROTO_TYPE["content-type"];
    expect(answer.type).toBe(isProto ? "application/x-protobuf" : "application/json");
    const said = isProto ? decode("RpcStatus", answer.body) : JSON.parse(answer.body.toString());
    expect(said).toMatchObject({ code, message: expect.stringMatching(/.{15,}/) });
  });

  it("answers every cut and every flipped byte with 200 or 400", async () => {
    const random = seededRandom(4711);
    const spans = Array.from({ length: 5 }, (_, index) => toWire(buildSpan("e5".repeat(16), index + 1)));
    const bytes = encode("TraceRequest", toRequest(spans, [text("service.name", "shop")]));
    const statuses = new Set<number>();
    for (let turn = 0; turn < 400; turn += 1) {
      const damaged = Buffer.from(turn % 2 === 0 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes);
      if (turn % 2 === 1) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      statuses.add((await post("traces", damaged, PROTO_TYPE)).status);
    }
    expect([...statuses].sort()).toEqual([200, 400]);
  }, 60_000);
});

function writeLength(length: number): number[] {
  const bytes: number[] = [];
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

/** wrap puts bytes into nested fields, the outermost tag first. */
function wrap(tags: readonly number[], bytes: Buffer): Buffer {
  return tags.reduceRight(
    (inner, tag) => Buffer.concat([Buffer.from([tag, ...writeLength(inner.length)]), inner]),
    bytes,
  );
}
