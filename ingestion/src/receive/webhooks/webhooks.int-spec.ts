import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createWebhookSource, ensureTenant, revokeWebhookSource, rotateWebhookSource } from "@watchfloor/sql";
import { openTestReceiver, type TestReceiver } from "../../testing/open-test-receiver.js";
import { loadPayload } from "./testing/load-payload.js";
import { signGithub, signShopify, signStandard } from "./testing/sign-webhook.js";

let now = new Date("2026-06-03T12:00:05Z");
const SHOPIFY_SECRET = "hush-hush-hush-hush";
const GITHUB_SECRET = "It's a Secret to Everybody";
const STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

interface Answer {
  readonly status: number;
  readonly body: {
    accepted?: number;
    duplicates?: number;
    rejected?: Record<string, unknown>[];
    error?: Record<string, string>;
  };
  readonly headers: Headers;
}

let receiver: TestReceiver;
beforeAll(async () => {
  receiver = await openTestReceiver({ now: () => now });
  await ensureTenant(receiver.postgres, { id: "other", title: "Other", isDemo: false, now });
  await declare({ source: "shop", style: "shopify", mapping: "shopify-orders", secret: SHOPIFY_SECRET });
  await declare({ source: "github", style: "github", mapping: "github-deployments", secret: GITHUB_SECRET });
  await declare({ source: "fulfilment", style: "standard", mapping: "standard-fulfilment", secret: STANDARD_SECRET });
}, 60_000);
afterAll(() => receiver.close());
/** What is remembered of secrets for five seconds of real time must not reach the next test: each uses a source of its own where that counts. */
beforeEach(() => {
  now = new Date("2026-06-03T12:00:05Z");
});

async function declare(given: {
  source: string;
  style: "standard" | "shopify" | "github";
  mapping: string;
  secret: string;
  tenant?: string;
  client?: string;
}) {
  const { postgres, secretBox: box } = receiver;
  const made = await createWebhookSource(postgres, { tenant: "acme", client: "northmart", ...given }, { box, now });
  if ("code" in made) throw new Error(made.message);
  return made;
}

async function send(source: string, body: string | Buffer, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(`${receiver.url}/v1/webhooks/${source}`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: { "content-type": "application/json", ...headers },
  });
  return { status: answer.status, body: (await answer.json()) as Answer["body"], headers: answer.headers };
}

const sendShopify = (topic: string, body: string, id = "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043", source = "shop") =>
  send(source, body, signShopify(body, { secret: SHOPIFY_SECRET, topic, id }));
const sendGithub = (event: string, body: string, id = "72d3162e-cc78-11e3-81ab-4c9367dc0958") =>
  send("github", body, signGithub(body, { secret: GITHUB_SECRET, event, id }));
const sendStandard = (body: string, id = "msg_1", at = now) =>
  send("fulfilment", body, signStandard(body, { secret: STANDARD_SECRET, id, at }));

async function ask<Row>(sql: string): Promise<Row[]> {
  await receiver.ingestion.intake.settled();
  return receiver.clickhouse.query<Row>({ name: "test", sql });
}
const accepted = (count: number, duplicates = 0) => ({
  status: 200,
  body: { accepted: count, duplicates, rejected: [] },
});
const refused = (status: number, code: string) => ({ status, body: { error: { code } } });

describe("an order of Shopify", () => {
  it("opens its obligations once, however often it is sent, with ids beyond 2^53 kept exact", async () => {
    const body = loadPayload("shopify-order-create");
    expect(await sendShopify("orders/create", body)).toMatchObject(accepted(2));
    expect(await sendShopify("orders/create", body)).toMatchObject(accepted(0, 2));
    const rows = await ask(
      "SELECT workflow, run, source, client, channel, money::String AS amount, currency, correlation, started_at::String AS at FROM run FINAL WHERE source = 'shop' ORDER BY workflow",
    );
    const order = {
      run: "820982911946154508",
      source: "shop",
      client: "northmart",
      channel: "web",
      correlation: "#9999",
    };
    const money = {
      amount: expect.stringMatching(/^414\.95/) as string,
      currency: "EUR",
      at: "2026-06-01 13:15:00.000",
    };
    expect(rows).toEqual([
      { workflow: "order-fulfilment", ...order, ...money },
      { workflow: "order-to-erp", ...order, ...money },
    ]);
  });

  it("ends when all of it was shipped", async () => {
    expect(await sendShopify("orders/fulfilled", loadPayload("shopify-order-fulfilled"))).toMatchObject(accepted(1));
    const rows = await ask(
      "SELECT outcome, finished_at::String AS at FROM run FINAL WHERE workflow = 'order-fulfilment'",
    );
    expect(rows).toEqual([{ outcome: "succeeded", at: "2026-06-02 14:00:00.000" }]);
  });

  it("is refunded by the exact sum of its transactions; a transaction that failed is an exception", async () => {
    expect(await sendShopify("refunds/create", loadPayload("shopify-refund-create"))).toMatchObject(accepted(3));
    expect(await ask("SELECT run, outcome, money::String AS amount FROM run FINAL WHERE workflow = 'refund'")).toEqual([
      { run: "890088186047892319", outcome: "succeeded", amount: expect.stringMatching(/^199\.10*$/) as string },
    ]);
    expect(await ask("SELECT class, message FROM exception FINAL")).toEqual([
      { class: "refund-failed", message: "The gift card is disabled" },
    ]);
  });

  it("of a topic that the mapping leaves out is answered and counted", async () => {
    expect(await sendShopify("products/update", '{"id":1}')).toMatchObject(accepted(0));
    const metrics = await (await fetch(`${receiver.url}/metrics`)).text();
    expect(metrics).toContain('watchfloor_ingest_webhook_payloads_total{source="shop",outcome="left_out"} 1');
  });
});

describe("GitHub", () => {
  it("answers the ping, and makes runs of deployments and measures of releases", async () => {
    expect(await sendGithub("ping", '{"zen":"Keep it logically awesome.","hook_id":1}')).toMatchObject(accepted(0));
    expect(await sendGithub("deployment", loadPayload("github-deployment"))).toMatchObject(accepted(1));
    expect(await sendGithub("deployment_status", loadPayload("github-deployment-status"))).toMatchObject(accepted(1));
    expect(await sendGithub("release", loadPayload("github-release"))).toMatchObject(accepted(1));
    expect(
      await ask("SELECT run, outcome, error_class, workflow_version FROM run FINAL WHERE workflow = 'release'"),
    ).toEqual([
      {
        run: "Codertocat/Hello-World#145988746",
        outcome: "failed",
        error_class: "deployment-failed",
        workflow_version: "v2.4.0",
      },
    ]);
  });
});

describe("a sender of Standard Webhooks", () => {
  it("opens and ends runs, and raises one exception for each short line", async () => {
    expect(await sendStandard(loadPayload("standard-shipment-requested"), "msg_a")).toMatchObject(accepted(1));
    expect(await sendStandard(loadPayload("standard-shipment-short"), "msg_b")).toMatchObject(accepted(2));
    expect(await sendStandard(loadPayload("standard-shipment-delivered"), "msg_c")).toMatchObject(accepted(1));
    expect(
      await ask("SELECT run, outcome, store, due_at::String AS due FROM run FINAL WHERE workflow = 'shipment'"),
    ).toEqual([{ run: "SHP-48213", outcome: "succeeded", store: "dc-leipzig", due: "2026-06-04 16:00:00.000" }]);
    expect(
      await ask("SELECT exception, message FROM exception FINAL WHERE class = 'short-pick' ORDER BY exception"),
    ).toEqual([
      { exception: "SHP-48213-short-SKU-1", message: "1 of 2 of SKU-1 are missing" },
      { exception: "SHP-48213-short-SKU-3", message: "4 of 4 of SKU-3 are missing" },
    ]);
  });

  it("is refused with a stale or future time, even if it is signed", async () => {
    const body = loadPayload("standard-shipment-delivered");
    for (const seconds of [-301, 301])
      expect(await sendStandard(body, "msg_old", new Date(now.getTime() + seconds * 1000))).toMatchObject(
        refused(401, "invalid_signature"),
      );
    for (const seconds of [-299, 299])
      expect(await sendStandard(body, "msg_old", new Date(now.getTime() + seconds * 1000))).toMatchObject({
        status: 200,
      });
  });
});

describe("a signature", () => {
  const body = loadPayload("shopify-order-create");
  const headers = signShopify(body, { secret: SHOPIFY_SECRET, topic: "orders/create", id: "x" });

  it.each<[string, () => Promise<Answer>]>([
    ["of another body", () => send("shop", `${body} `, headers)],
    [
      "of another secret",
      () => send("shop", body, signShopify(body, { secret: "another-secret-16", topic: "orders/create", id: "x" })),
    ],
    ["of another style", () => send("shop", body, signGithub(body, { secret: SHOPIFY_SECRET, event: "x", id: "x" }))],
    ["that is absent", () => send("shop", body, {})],
    ["that is cut", () => send("shop", body, { ...headers, "x-shopify-hmac-sha256": "QUJD" })],
    ["for a source of another name", () => send("shopify", body, headers)],
    ["for a name that cannot be", () => send("..%2F..%2Fetc", body, headers)],
    ["with an ingest key instead", () => send("shop", body, { authorization: `Bearer ${receiver.key}` })],
  ])("%s is refused, and nothing is kept", async (_name, attempt) => {
    const [before] = await ask<{ n: number }>("SELECT count() AS n FROM rejected_event");
    const answer = await attempt();
    expect(answer).toMatchObject(refused(401, "invalid_signature"));
    expect(answer.headers.get("www-authenticate")).toBe("Signature");
    expect(await ask("SELECT count() AS n FROM rejected_event")).toEqual([before]);
  });

  it("fits what was compressed, whether it was signed before or after", async () => {
    const zipped = gzipSync(body);
    expect(await send("shop", zipped, { ...headers, "content-encoding": "gzip" })).toMatchObject({ status: 200 });
    const signedAfter = signShopify(zipped, { secret: SHOPIFY_SECRET, topic: "orders/create", id: "x" });
    expect(await send("shop", zipped, { ...signedAfter, "content-encoding": "gzip" })).toMatchObject({ status: 200 });
    expect(await send("shop", zipped.subarray(0, 50), { ...headers, "content-encoding": "gzip" })).toMatchObject(
      refused(400, "unreadable"),
    );
    expect(await send("shop", body, { ...headers, "content-encoding": "br" })).toMatchObject(
      refused(415, "unsupported_encoding"),
    );
  });
});

describe("secrets", () => {
  const body = loadPayload("shopify-order-create");
  const sendWith = (source: string, secret: string) =>
    send(source, body, signShopify(body, { secret, topic: "orders/create", id: "r" }));

  it("are both valid while one replaces the other, until one is revoked", async () => {
    const { postgres, secretBox: box } = receiver;
    const first = await declare({
      source: "rotated",
      style: "shopify",
      mapping: "shopify-orders",
      secret: "the-old-secret-16",
    });
    const added = await rotateWebhookSource(
      postgres,
      { tenant: "acme", source: "rotated", secret: "the-new-secret-16" },
      { box, now },
    );
    expect(added).toMatchObject({ secret: "the-new-secret-16" });
    expect(await sendWith("rotated", "the-old-secret-16")).toMatchObject(accepted(2));
    expect(await sendWith("rotated", "the-new-secret-16")).toMatchObject(accepted(0, 2));
    expect(await revokeWebhookSource(postgres, { tenant: "acme", source: "rotated", secretId: first.id }, now)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    expect(await sendWith("rotated", "the-old-secret-16")).toMatchObject(refused(401, "invalid_signature"));
    expect(await sendWith("rotated", "the-new-secret-16")).toMatchObject(accepted(0, 2));
  }, 20_000);

  it("name the tenant: two tenants with a source of the same name receive their own", async () => {
    await declare({ source: "twin", style: "shopify", mapping: "shopify-orders", secret: "secret-of-acme-16" });
    await declare({
      tenant: "other",
      source: "twin",
      style: "shopify",
      mapping: "shopify-orders",
      secret: "secret-of-other-1",
      client: "southmart",
    });
    expect(await sendWith("twin", "secret-of-acme-16")).toMatchObject(accepted(2));
    expect(await sendWith("twin", "secret-of-other-1")).toMatchObject(accepted(2));
    expect(
      await ask(
        "SELECT tenant, client, count() AS n FROM event FINAL WHERE source = 'twin' GROUP BY tenant, client ORDER BY tenant",
      ),
    ).toEqual([
      { tenant: "acme", client: "northmart", n: 2 },
      { tenant: "other", client: "southmart", n: 2 },
    ]);
  });

  it("that two tenants hold name neither", async () => {
    for (const tenant of ["acme", "other"])
      await declare({
        tenant,
        source: "copied",
        style: "shopify",
        mapping: "shopify-orders",
        secret: "the-same-secret-1",
      });
    expect(await sendWith("copied", "the-same-secret-1")).toMatchObject(refused(401, "invalid_signature"));
  });
});

describe("a body", () => {
  const signed = (body: string | Buffer, topic = "orders/create") =>
    signShopify(body, { secret: SHOPIFY_SECRET, topic, id: "h" });

  it.each<[string, string, string]>([
    ["that is no JSON", "id=1&topic=x", "unreadable"],
    ["that is empty", "", "unreadable"],
    ["that ends early", '{"id":', "unreadable"],
  ])("%s is refused", async (_name, body, code) => {
    expect(await send("shop", body, signed(body))).toMatchObject(refused(400, code));
  });

  it("of another type is refused", async () => {
    const body = "payload=%7B%7D";
    expect(
      await send("shop", body, { ...signed(body), "content-type": "application/x-www-form-urlencoded" }),
    ).toMatchObject(refused(415, "unsupported_type"));
  });

  it("of more than 10 MiB is refused, also when it is that large only inside", async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, " ");
    expect(await send("shop", large, signed(large))).toMatchObject(refused(413, "too_large"));
    expect(await send("shop", gzipSync(large), { ...signed(large), "content-encoding": "gzip" })).toMatchObject(
      refused(413, "too_large"),
    );
  });

  it("of nearly 10 MiB is taken, and kept whole when nothing can be made of it", async () => {
    const body = JSON.stringify({
      id: 5,
      created_at: "soon",
      currency: "EUR",
      total_price: "x",
      filler: "f".repeat(9 * 1024 * 1024),
    });
    const answer = await send("shop", body, signed(body));
    expect(answer).toMatchObject({
      status: 207,
      body: { accepted: 0, rejected: [{ reason: "mapping_failed", id: "h" }] },
    });
    expect(
      await ask(
        "SELECT source, id, reason, length(payload) > 9437184 AS whole FROM rejected_event WHERE length(payload) > 1000000",
      ),
    ).toEqual([{ source: "shop", id: "h", reason: "mapping_failed", whole: 1 }]);
  }, 60_000);
});

describe("a payload of which no event can be made", () => {
  it("is answered 207 and kept as it came, with source, mapping and headers but no signature", async () => {
    const body = '{"id": 12345678901234567890, "created_at": "tomorrow", "currency": "EUR", "total_price": 1.10}';
    const answer = await sendShopify("orders/create", body, "delivery-9");
    expect(answer).toMatchObject({
      status: 207,
      body: {
        accepted: 0,
        duplicates: 0,
        rejected: [{ index: 0, id: "delivery-9", reason: "mapping_failed", field: "time" }],
      },
    });
    const [row] = await ask<{ payload: string; detail: string }>(
      "SELECT payload, detail FROM rejected_event WHERE id = 'delivery-9'",
    );
    expect(row?.detail).toContain("mapping shopify-orders: 1 events could not be made, 0 were: events[0]: time");
    expect(row?.payload.endsWith(`"payload":${body}}`)).toBe(true);
    expect(JSON.parse(row?.payload ?? "")).toMatchObject({
      source: "shop",
      mapping: "shopify-orders",
      headers: { "x-shopify-topic": "orders/create" },
    });
    expect(row?.payload).not.toContain("hmac");
  });

  it("loses nothing of what could be made", async () => {
    const short = JSON.parse(loadPayload("standard-shipment-short")) as {
      data: { shipmentId: string; lines: Record<string, unknown>[] };
    };
    short.data.shipmentId = "SHP-2";
    short.data.lines[2] = { sku: { not: "a text" }, short: 1, quantity: 1 };
    const answer = await sendStandard(JSON.stringify(short), "msg_half");
    expect(answer).toMatchObject({
      status: 207,
      body: { accepted: 1, rejected: [{ reason: "mapping_failed", index: 1, id: "msg_half" }] },
    });
    expect(answer.body.rejected?.[0]?.["detail"]).toContain("element 2: entity.id: sku names an object");
  });

  it("is kept too while its mapping has a fault or is absent, and mapped anew once it was corrected", async () => {
    await declare({ source: "own", style: "shopify", mapping: "own-orders", secret: SHOPIFY_SECRET });
    const directory = join(receiver.directory, "mappings");
    mkdirSync(directory);
    expect(await sendShopify("t", '{"id":"1"}', "own-1", "own")).toMatchObject({
      status: 207,
      body: { rejected: [{ reason: "mapping_failed" }] },
    });
    writeFileSync(join(directory, "own-orders.mapping.yaml"), "title: x\nevents: 5\n");
    now = new Date(now.getTime() + 3_000);
    expect(await sendShopify("t", '{"id":"1"}', "own-1", "own")).toMatchObject({ status: 207 });
    writeFileSync(
      join(directory, "own-orders.mapping.yaml"),
      "title: own\nformat: { kind: payload }\nevents:\n  - event: { id: { path: id }, kind: feed.heartbeat, time: '2026-06-03T12:00:00Z' }\n",
    );
    now = new Date(now.getTime() + 3_000);
    expect(await sendShopify("t", '{"id":"1"}', "own-1", "own")).toMatchObject(accepted(1));
  });
});

describe("a hostile payload", () => {
  const cases: [string, string, number][] = [
    [
      "nested deeply",
      `{"id":1,"created_at":"2026-06-01T00:00:00Z","currency":"EUR","total_price":"1","line_items":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      200,
    ],
    [
      "nested deeply, with long numbers",
      `{"id":12345678901234567,"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      400,
    ],
    [
      "with __proto__ and constructor",
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"id":7,"created_at":"2026-06-01T00:00:00Z","currency":"EUR","total_price":"1"}',
      200,
    ],
    [
      "of 100,000 elements",
      JSON.stringify({
        id: 8,
        created_at: "2026-06-01T00:00:00Z",
        currency: "EUR",
        total_price: "1",
        line_items: Array.from({ length: 100_000 }, (_, id) => ({ id })),
      }),
      200,
    ],
    ["of null", "null", 207],
    ["of a list", "[1,2,3]", 207],
  ];

  it.each(cases)("%s is answered at once", async (_name, body, status) => {
    const startedAt = performance.now();
    const answer = await sendShopify("orders/create", body);
    expect(answer).toMatchObject({ status });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("of 100,000 elements that each want an event is refused as a whole", async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => ({ sku: `s${index}`, short: 1, quantity: 1 }));
    const body = JSON.stringify({
      type: "shipment.short",
      timestamp: "2026-06-03T11:00:00Z",
      data: { shipmentId: "S", lines },
    });
    const answer = await sendStandard(body, "msg_many");
    expect(answer).toMatchObject({ status: 207, body: { accepted: 0, rejected: [{ reason: "mapping_failed" }] } });
    expect(answer.body.rejected?.[0]?.["detail"]).toContain("at most 10000");
  });
});
