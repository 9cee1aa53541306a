import type { IngestKey } from "../../../events/ingest-key.js";
import { UnmappedEvent } from "../../../events/unmapped-event.js";
import { choosePeers } from "./choose-peers.js";
import { mapLogs } from "./map-logs.js";
import { mapMetrics } from "./map-metrics.js";
import { mapSpan } from "./map-span.js";
import { readAttributes } from "./read-attributes.js";
import { buildSender } from "./sender.js";

const key: IngestKey = { id: "k", tenant: "t", clients: null, kinds: null, isBackfill: false, isImport: false };
const text = (name: string, stringValue: string) => ({ key: name, value: { stringValue } });
const sender = buildSender({ attributes: [text("service.name", "shop"), text("watchfloor.client", "c")] }, key);
const TRACE = "5b8efff798038103d269b633813fc60c";
const SPAN = "eee19b7ec3c1b174";
const times = { startTimeUnixNano: "1780000000000123456", endTimeUnixNano: "1780000000900999999" };
const root = { traceId: TRACE, spanId: SPAN, name: "order", ...times };
const child = { ...root, spanId: "a".repeat(16), parentSpanId: SPAN, name: "post" };

describe("mapSpan", () => {
  it("makes a root span the end of a run with its start", () => {
    expect(mapSpan(root, sender)).toEqual({
      ...{ id: TRACE + SPAN, kind: "run.finished", source: "shop", client: "c", trace: TRACE, run: TRACE },
      ...{ workflow: "order", outcome: "succeeded", attributes: {} },
      ...{ startedAt: "2026-05-28T20:26:40.000Z", time: "2026-05-28T20:26:40.900Z" },
    });
  });

  it("makes any other span a step that names its trace alone, ordered to the microsecond", () => {
    const step = mapSpan(child, sender);
    expect(step).toMatchObject({ kind: "step.finished", step: "post", run: TRACE, trace: TRACE, parentSpan: SPAN });
    expect(step).toMatchObject({ sequence: 1_780_000_000_000_123 });
    expect(step).not.toHaveProperty("workflow");
  });

  it.each([
    [{ run: "r1" }, { run: TRACE }, false],
    [{ workflow: "w" }, { run: TRACE }, false],
    [{ workflow: "w", run: "r1" }, { workflow: "w", run: "r1" }, true],
  ])("binds a step that says %j to %j", (said, bound, isBound) => {
    const attributes = Object.entries(said).map(([name, value]) => text(`watchfloor.${name}`, value));
    const step = mapSpan({ ...child, attributes }, sender);
    expect(step).toMatchObject(bound);
    expect("workflow" in step).toBe(isBound);
    expect(mapSpan({ ...root, attributes }, sender)).toMatchObject(said);
  });

  it("takes a parent of zeros for none", () => {
    expect(mapSpan({ ...root, parentSpanId: "0".repeat(16) }, sender)).toMatchObject({ kind: "run.finished" });
  });

  it.each([
    ["traceId", { ...root, traceId: undefined }],
    ["traceId", { ...root, traceId: "0".repeat(32) }],
    ["traceId", { ...root, traceId: "abc" }],
    ["spanId", { ...root, spanId: Buffer.alloc(8) }],
    ["parentSpanId", { ...root, parentSpanId: "abc" }],
  ])("refuses a wrong %s", (field, span) => {
    const mapped = mapSpan(span, sender);
    expect(mapped).toBeInstanceOf(UnmappedEvent);
    expect(mapped).toMatchObject({ refusal: { reason: "malformed", field } });
  });

  it.each([
    ["status", { status: { code: 2, message: "no" } }, { message: "no" }],
    ["nothing", { status: { code: 2 } }, {}],
    [
      "its last exception",
      {
        status: { code: 2, message: "no" },
        attributes: [{ key: "http.response.status_code", value: { intValue: 503 } }],
        events: [
          { name: "exception", attributes: [text("exception.type", "First")] },
          { name: "exception", attributes: [text("exception.type", "Last"), text("exception.message", "why")] },
          { name: "other", attributes: [text("exception.type", "None")] },
        ],
      },
      { class: "Last", code: "503", message: "why" },
    ],
  ])("tells an error by %s", (_, more, error) => {
    expect(mapSpan({ ...root, ...more }, sender)).toMatchObject({ outcome: "failed", error });
  });

  it("is succeeded when unset or ok, whatever exceptions it caught", () => {
    const events = [{ name: "exception", attributes: [text("exception.type", "Caught")] }];
    for (const code of [undefined, 0, 1, 7])
      expect(mapSpan({ ...root, events, status: { code } }, sender)).toMatchObject({ outcome: "succeeded" });
  });

  it("keeps valid links", () => {
    const links = [{ traceId: TRACE, spanId: SPAN }, { traceId: "x" }, {}];
    expect(mapSpan({ ...root, links }, sender)).toMatchObject({ links: [{ trace: TRACE, span: SPAN }] });
  });
});

describe("readAttributes", () => {
  it("fills fields and leaves the rest flat, within the limits, and nothing that every object has", () => {
    const many = Array.from({ length: 100 }, (_, index) => text(`a${index}`, "x".repeat(2_000)));
    const hostile = ["__proto__", "constructor", "toString", "x".repeat(200), "", "n\0l"].map((name) =>
      text(name, "y"),
    );
    const { fields, attributes, count } = readAttributes([
      ...hostile,
      text("watchfloor.entity.id", "1"),
      text("watchfloor.entity.type", "order"),
      text("watchfloor.other", "kept"),
      ...many,
    ]);
    expect(fields).toEqual({ entity: { id: "1", type: "order" } });
    expect(count).toBe(64);
    expect(Object.keys(attributes)).toHaveLength(64);
    expect(attributes).toMatchObject({ "watchfloor.other": "kept", a0: "x".repeat(1024) });
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
  });
});

describe("buildSender", () => {
  it.each([
    [null, [], undefined],
    [["only"], [], "only"],
    [["a", "b"], [], undefined],
    [["only"], [text("watchfloor.client", "said")], "said"],
  ])("with a key of %j and attributes %j is of client %s", (clients, attributes, client) => {
    expect(buildSender({ attributes }, { ...key, clients }).fields["client"]).toBe(client);
  });

  it("leaves out what describes the machine and calls a nameless service unknown", () => {
    const attributes = ["telemetry.sdk.name", "process.pid", "host.name", "service.version"].map((name) =>
      text(name, "1"),
    );
    expect(buildSender({ attributes }, key)).toMatchObject({
      source: "unknown_service",
      attributes: { "service.version": "1" },
    });
    expect(buildSender(undefined, key).source).toBe("unknown_service");
  });
});

describe("choosePeers", () => {
  it.each([
    ["client", 3, { "server.address": "erp.example" }, { from: "shop", to: "erp.example" }],
    ["client of a named service", 3, { "server.address": "x", "peer.service": "erp" }, { from: "shop", to: "erp" }],
    ["producer", 4, { "messaging.destination.name": "orders" }, { from: "shop", to: "orders" }],
    ["consumer", 5, { "messaging.destination.name": "orders" }, { from: "orders", to: "shop" }],
    ["server", 2, { "peer.service": "web" }, { from: "web", to: "shop" }],
    ["server of a caller without name", 2, { "client.address": "10.0.0.1" }, undefined],
    ["internal", 1, { "peer.service": "erp" }, undefined],
    ["client that says nothing", 3, {}, undefined],
  ])("of a %s", (_, kind, attributes, peers) => {
    expect(choosePeers(kind, "shop", attributes)).toEqual(peers);
  });
});

describe("mapMetrics", () => {
  const map = (metric: object, resource = {}) =>
    mapMetrics({ resourceMetrics: [{ resource, scopeMetrics: [{ scope: { name: "s" }, metrics: [metric] }] }] }, key);
  const point = (more: object) => ({ timeUnixNano: times.endTimeUnixNano, ...more });

  it("gives one point the same id whatever its value and the order of its attributes, and another point another", () => {
    const [a, b] = [text("a", "1"), text("b", "2")];
    const idOf = (more: object, resource = {}) =>
      (map({ name: "m", gauge: { dataPoints: [point(more)] } }, resource).values[0] as { id: string }).id;
    const id = idOf({ asDouble: 1, attributes: [a, b] });
    expect(idOf({ asDouble: 2, attributes: [b, a] })).toBe(id);
    const instance = { attributes: [text("service.instance.id", "i-2")] };
    for (const other of [
      idOf({ asDouble: 1, attributes: [a] }),
      idOf({ asDouble: 1, attributes: [a, b], timeUnixNano: "1780000000901000000" }),
      idOf({ asDouble: 1, attributes: [a, b] }, instance),
    ])
      expect(other).not.toBe(id);
  });

  it("keeps count and sum of distributions, and says how sums accumulate", () => {
    const histogram = { dataPoints: [point({ count: "3", sum: 4.5 }), point({ count: 1 })], aggregationTemporality: 2 };
    expect(map({ name: "h", unit: "s", histogram })).toMatchObject({
      values: [
        { measure: "h.count", value: 3, unit: "1", temporality: "cumulative" },
        { measure: "h.sum", value: 4.5, unit: "s" },
        { measure: "h.count", value: 1 },
      ],
      items: [0, 0, 1],
      itemCount: 2,
    });
    const sum = { dataPoints: [point({ asInt: "-7" })], aggregationTemporality: 1, isMonotonic: true };
    expect(map({ name: "s", sum }).values).toMatchObject([{ value: -7, temporality: "delta", monotonic: true }]);
  });

  it("ignores points without value and counts them", () => {
    const gauge = { dataPoints: [point({ flags: 1, asDouble: 0 }), point({})] };
    expect(map({ name: "g", gauge })).toEqual({ values: [], items: [], itemCount: 2, ignored: 2 });
  });
});

describe("mapLogs", () => {
  const map = (record: object) => mapLogs({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] }, key);
  const record = { timeUnixNano: times.endTimeUnixNano, attributes: [text("watchfloor.exception.class", "price")] };

  it("gives a repeated record the same id, and a record of a trace the trace's exception", () => {
    expect(map(record).values).toEqual(map({ ...record }).values);
    const [event] = map({ ...record, traceId: TRACE, spanId: SPAN }).values;
    expect(event).toMatchObject({ exception: `${TRACE}/${SPAN}/price`, run: TRACE, trace: TRACE, class: "price" });
  });

  it("survives a class and an exception type that are maps", () => {
    const value = { kvlistValue: { values: [{ key: "a", value: { intValue: 1 } }] } };
    const attributes = [{ key: "watchfloor.exception.class", value }];
    expect(map({ ...record, attributes, traceId: TRACE, spanId: SPAN }).values).toHaveLength(1);
    const events = [{ name: "exception", attributes: [{ key: "exception.type", value }] }];
    const span = mapSpan({ ...root, events, status: { code: 2 } }, sender);
    expect(span).toMatchObject({ error: { class: '{"a":1}' } });
  });

  it("takes the observed time of a record without its own", () => {
    const observed = { ...record, timeUnixNano: "0", observedTimeUnixNano: "1780000000000000000" };
    expect(map(observed).values).toMatchObject([{ time: "2026-05-28T20:26:40.000Z" }]);
  });
});
