import { loadMapping, mappingFile, mappingSchema, parseDefinition } from "@watchfloor/dashboards";
import fc from "fast-check";
import { readPayload } from "../../receive/webhooks/read-payload.js";
import { loadPayload } from "../../receive/webhooks/testing/load-payload.js";
import { mapPayload } from "./map-payload.js";

const parse = (events: string, more = "") =>
  parseDefinition({
    file: "m.yaml",
    text: `title: T\nformat: { kind: payload, timeZone: Europe/Berlin }\nclient: c\nsource: s\nmissing: ["n/a"]\n${more}events:\n${events}`,
    schema: mappingSchema,
  });
const BEAT = "kind: feed.heartbeat, time: '2026-06-01T00:00:00Z'";
const one = (fields: string, payload: unknown, headers = {}) =>
  mapPayload(parse(`  - event: { ${BEAT}, ${fields} }\n`), payload, { headers });

describe("mapPayload", () => {
  it.each<[string, string, unknown, object]>([
    ["a text", "id: { path: a }", { a: " x " }, { id: "x" }],
    ["a number as the text an id is", "id: { path: a }", { a: 450789469 }, { id: "450789469" }],
    ["a number where one is wanted", "id: x, quantity: { path: a }", { a: 4.5 }, { quantity: 4.5 }],
    ["a decimal text where a number is wanted", "id: x, value: { path: a }", { a: "12.30" }, { value: "12.30" }],
    ["a number within attributes", "id: x, attributes: { n: { path: a } }", { a: 4 }, { attributes: { n: 4 } }],
    ["an id within an entity", "id: x, entity: { id: { path: a } }", { a: 4 }, { entity: { id: "4" } }],
    ["a truth value", "id: x, humanTouched: { path: a }", { a: false }, { humanTouched: false }],
    ["the only one of a list", "id: { path: 'a[?b].c' }", { a: [{ b: 1, c: "x" }, { c: "y" }] }, { id: "x" }],
    ["a header", "id: { header: x-id }", {}, { id: "h-1" }],
    [
      "an exact sum",
      "id: x, money: { amount: { sum: 'a[].b' }, currency: EUR }",
      { a: [{ b: "0.10" }, { b: 0.2 }] },
      { money: { amount: 0.3, currency: "EUR" } },
    ],
    ["a count", "id: x, quantity: { count: a }", { a: [1, null, 2] }, { quantity: 2 }],
    [
      "an ISO instant with a zone",
      "id: x, dueAt: { date: { path: a }, formats: [iso] }",
      { a: "2026-06-01T10:00:00+05:00" },
      { dueAt: "2026-06-01T05:00:00.000Z" },
    ],
    [
      "an ISO instant without one",
      "id: x, dueAt: { date: { path: a }, formats: [iso] }",
      { a: "2026-06-01T10:00" },
      { dueAt: "2026-06-01T08:00:00.000Z" },
    ],
    [
      "seconds since 1970",
      "id: x, dueAt: { date: { path: a }, formats: [iso, unix] }",
      { a: 1780300800 },
      { dueAt: "2026-06-01T08:00:00.000Z" },
    ],
  ])("reads %s", (_name, fields, payload, expected) => {
    const { events, faults } = one(fields, payload, { "x-id": "h-1" });
    expect(faults).toEqual([]);
    expect(events).toMatchObject([{ client: "c", source: "s", ...expected }]);
  });

  it.each<[string, string, unknown]>([
    ["null", "{ path: a }", { a: null }],
    ["an empty text", "{ path: a }", { a: " " }],
    ["a missing word", "{ path: a }", { a: "n/a" }],
    ["an empty list", "{ path: 'a[]' }", { a: [] }],
    ["what is not there", "{ path: a.b.c }", 5],
    ["an absent header", "{ header: x-none }", {}],
    ["the sum of nothing", "{ sum: 'a[].b' }", { a: [] }],
  ])("leaves out %s", (_name, expression, payload) => {
    const { events } = one(`id: x, correlation: ${expression}`, payload);
    expect(events).toHaveLength(1);
    expect(events[0]).not.toHaveProperty("correlation");
  });

  it.each<[string, string, unknown, string, string]>([
    ["several values", "id: { path: 'a[]' }", { a: [1, 2] }, "id", "a[] names 2 values where one is needed"],
    ["an object", "id: { path: a }", { a: {} }, "id", "a names an object"],
    ["a list within a list", "entity: { id: { path: a } }, id: x", { a: [[1]] }, "entity.id", "a names a list"],
    ["a sum of texts", "id: x, value: { sum: a }", { a: ["1", "two"] }, "value", '"two", which is not a number'],
    ["a missing id", "id: { path: a }", {}, "id", "id is required"],
    ["an id that is too long", "id: { path: a }", { a: "x".repeat(129) }, "id", "at most 128"],
    ["an instant that is none", "id: x, dueAt: { path: a }", { a: "soon" }, "dueAt", "not an RFC 3339 instant"],
  ])("tells %s as a fault", (_name, fields, payload, field, detail) => {
    const { events, faults, faultCount } = one(fields, payload);
    expect(events).toEqual([]);
    expect(faults).toMatchObject([{ entry: 0, position: 1, field, detail: expect.stringContaining(detail) as string }]);
    expect(faultCount).toBe(1);
  });

  it("makes an event of each element, one bad element losing nothing of the others", () => {
    const mapping = parse(
      `  - forEach: lines\n    when: { left: { item: kind }, is: notEqual, right: skip }\n    event: { id: { concat: [{ path: id }, "-", { position: { pad: 3 } }, "-", { item: sku }] }, ${BEAT} }\n`,
    );
    const lines = [
      { sku: "a", kind: "x" },
      { sku: "b", kind: "skip" },
      { sku: {}, kind: "x" },
      { sku: "d", kind: "x" },
    ];
    const { events, faults } = mapPayload(mapping, { id: 9, lines }, { headers: {} });
    expect(events.map(({ id }) => id)).toEqual(["9-001-a", "9-004-d"]);
    expect(faults).toMatchObject([{ position: 3, field: "id" }]);
  });

  it("makes nothing of what its conditions leave out, and takes client and source of its origin", () => {
    const mapping = parse(`  - when: { left: { path: a }, is: equal, right: yes }\n    event: { id: x, ${BEAT} }\n`);
    expect(mapPayload(mapping, { a: "no" }, { headers: {} })).toMatchObject({ events: [], faults: [], faultCount: 0 });
    const { events } = mapPayload(mapping, { a: "yes" }, { headers: {}, client: "k", source: "t" });
    expect(events).toMatchObject([{ client: "k", source: "t" }]);
  });

  it("tells each check that holds once, and what it went on without", () => {
    const mapping = parse(
      `  - forEach: lines\n    event: { id: { item: id }, ${BEAT} }\n`,
      "values: { at: { date: { path: at }, formats: [iso], optional: true } }\nchecks: [{ reason: no store, when: { absent: { path: store } } }]\n",
    );
    const { warnings } = mapPayload(mapping, { at: "soon", lines: [{ id: 1 }, { id: 2 }] }, { headers: {} });
    expect(warnings).toEqual(["no store", '"soon" fits none of the date formats iso']);
  });

  it("searches a payload once for each path, not once for each element", () => {
    const mapping = parse(
      `  - forEach: lines\n    event: { id: { item: id }, quantity: { sum: 'lines[].n' }, ${BEAT} }\n`,
    );
    const lines = Array.from({ length: 10_000 }, (_, id) => ({ id, n: 1 }));
    const startedAt = performance.now();
    expect(mapPayload(mapping, { lines }, { headers: {} }).events[9_999]).toMatchObject({ quantity: 10_000 });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it("stops where many events repeat a large text", () => {
    const mapping = parse(`  - forEach: lines\n    event: { id: { item: id }, note: { path: note }, ${BEAT} }\n`);
    const lines = Array.from({ length: 1_000 }, (_, id) => ({ id }));
    const { events, faultCount } = mapPayload(mapping, { note: "x".repeat(1024 * 1024), lines }, { headers: {} });
    expect([events.length, faultCount]).toEqual([31, 969]);
  });

  it("refuses a payload of more elements than a request has events, and counts what it does not tell", () => {
    const mapping = parse(`  - forEach: lines\n    event: { id: { item: id }, ${BEAT} }\n`);
    const lines = (count: number) => ({ lines: Array.from({ length: count }, () => ({})) });
    expect(mapPayload(mapping, lines(10_001), { headers: {} })).toMatchObject({ events: [], faultCount: 1 });
    const { faults, faultCount } = mapPayload(mapping, lines(10_000), { headers: {} });
    expect([faults.length, faultCount]).toEqual([20, 10_000]);
  });

  it.each(["shopify-orders", "github-deployments", "standard-fulfilment"])(
    "%s never throws, whatever is sent",
    async (name) => {
      const mapping = await loadMapping(mappingFile(name));
      const words = [
        "id",
        "type",
        "data",
        "lines",
        "transactions",
        "deployment",
        "created_at",
        "__proto__",
        "status",
        "kind",
      ];
      const key = fc.oneof(fc.constantFrom(...words), fc.string());
      const { payload } = fc.letrec((tie) => ({
        payload: fc.oneof(
          { depthSize: "small", withCrossShrink: true },
          fc.constantFrom(null, true, "", "success", "refund", 0, -1, 1e300, "2026-06-01T00:00:00Z"),
          fc.string(),
          fc.array(tie("payload"), { maxLength: 4 }),
          fc.dictionary(key, tie("payload"), { maxKeys: 5 }),
        ),
      }));
      const topic = fc.constantFrom(
        "orders/create",
        "refunds/create",
        "deployment",
        "deployment_status",
        "release",
        "",
      );
      fc.assert(
        fc.property(payload, topic, (value, word) => {
          const origin = { headers: { "x-shopify-topic": word, "x-github-event": word }, client: "c", source: "s" };
          const { events, faults, faultCount } = mapPayload(mapping, value, origin);
          expect(mapPayload(mapping, value, origin).events).toEqual(events);
          expect(faultCount).toBeGreaterThanOrEqual(faults.length);
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe("the mappings of webhooks that come with the product", () => {
  it.each([
    [
      "shopify-orders",
      "shopify-order-create",
      { "x-shopify-topic": "orders/create" },
      ["run.started order-820982911946154508-created", "run.started order-820982911946154508-to-fulfil"],
    ],
    [
      "shopify-orders",
      "shopify-order-fulfilled",
      { "x-shopify-topic": "orders/fulfilled" },
      ["run.finished order-820982911946154508-fulfilled"],
    ],
    [
      "shopify-orders",
      "shopify-refund-create",
      { "x-shopify-topic": "refunds/create" },
      [
        "run.started refund-890088186047892319-created",
        "run.finished refund-transaction-245135271310201194",
        "exception.raised refund-transaction-245135271310201195-failed",
      ],
    ],
    [
      "github-deployments",
      "github-deployment",
      { "x-github-event": "deployment" },
      ["run.started deployment-145988746"],
    ],
    [
      "github-deployments",
      "github-deployment-status",
      { "x-github-event": "deployment_status" },
      ["run.finished deployment-status-209916254"],
    ],
    [
      "github-deployments",
      "github-release",
      { "x-github-event": "release" },
      ["measure.recorded release-17372790-published"],
    ],
    ["standard-fulfilment", "standard-shipment-requested", {}, ["run.started SHP-48213-requested"]],
    [
      "standard-fulfilment",
      "standard-shipment-short",
      {},
      ["exception.raised SHP-48213-short-SKU-1", "exception.raised SHP-48213-short-SKU-3"],
    ],
    ["standard-fulfilment", "standard-shipment-delivered", {}, ["run.finished SHP-48213-shipment.delivered"]],
  ])("%s makes of %s what it says", async (name, payload, headers, expected) => {
    const mapping = await loadMapping(mappingFile(name));
    const verdict = mapPayload(mapping, readPayload(loadPayload(payload)), { headers, client: "c", source: "s" });
    expect(verdict.faults).toEqual([]);
    expect(verdict.events.map(({ kind, id }) => `${kind} ${id}`)).toEqual(expected);
  });
});
