import { DefinitionFault, mappingSchema } from "@watchfloor/dashboards";
import type { IngestKey } from "../../events/ingest-key.js";
import type { ReplaySender } from "./replay-sender.js";
import { reproduceEvents } from "./reproduce-events.js";

const key: IngestKey = { id: "k", tenant: "t", clients: ["c"], kinds: null, isBackfill: false, isImport: false };
const hook: ReplaySender = { key: { ...key, id: "webhook:shop" } };
const declared = (client: string, revokedAt: Date | null = null) => ({
  source: "shop",
  mapping: "now",
  client,
  revokedAt,
});
const kept = JSON.stringify({
  source: "shop",
  id: "d",
  mapping: "then",
  headers: {},
  payload: { id: 12345678901234567890n.toString() },
});
const event = { id: "e", kind: "run.strated", time: "x" };
const mapping = mappingSchema.parse({
  title: "m",
  format: { kind: "payload" },
  events: [{ event: { id: { path: "id" }, kind: "feed.heartbeat", time: "2026-06-01T00:00:00Z" } }],
});

describe("reproduceEvents", () => {
  const asked: string[] = [];
  const reproduce = (payload: string, sender: ReplaySender = { key }) =>
    reproduceEvents({ payload }, sender, (name) => Promise.resolve((asked.push(name), mapping)));
  beforeEach(() => asked.splice(0));

  it("gives an event as it was sent, letter by letter", async () => {
    const text = `{ "kind": "run.strated", "id":"e", "n": 1.0 }`;
    expect(await reproduce(text)).toEqual({ events: [{ value: { kind: "run.strated", id: "e", n: 1 }, text }] });
  });

  it.each(["cut {", "7", "null", "[]", '{"source":"otel","span":{}}', "t\tc\t1"])(
    "leaves %j as it is",
    async (text) => {
      expect(await reproduce(text)).toBeUndefined();
      expect(await reproduce(text, hook)).toBeUndefined();
    },
  );

  it("maps a kept payload for the client it came for", async () => {
    const found = await reproduce(kept, hook);
    expect(found).toMatchObject({ events: [{ value: { client: "c", source: "shop", id: "12345678901234567890" } }] });
    expect(found?.refusal).toBeUndefined();
  });

  it.each([
    ["as its source is declared now", declared("c"), "now"],
    ["as it came when its source has ended", declared("c", new Date(0)), "then"],
    ["as it came when its source speaks for another client now", declared("d"), "then"],
    ["as it came when its source is gone", undefined, "then"],
  ])("maps a kept payload %s", async (_, webhook, name) => {
    await reproduce(kept, { ...hook, webhook });
    expect(asked).toEqual([name]);
  });

  it("takes nothing that a sender sent for a kept payload", async () => {
    expect(await reproduce(kept, { key })).toBeUndefined();
    expect(await reproduce(JSON.stringify({ ...(JSON.parse(kept) as object), ...event }), { key })).toMatchObject({
      events: [{ value: event }],
    });
    expect(asked).toEqual([]);
  });

  it("says why nothing can be mapped", async () => {
    const nobody = { key: { ...hook.key, clients: [] } };
    expect(await reproduce(kept, nobody)).toMatchObject({ events: [], refusal: { reason: "mapping_failed" } });
    const broken = () => Promise.reject(new DefinitionFault("f", [{ line: 1, field: "", detail: "none" }]));
    expect(await reproduceEvents({ payload: kept }, hook, broken)).toMatchObject({
      refusal: { reason: "mapping_failed", detail: "mapping then cannot be used: see the log of the receiver" },
    });
    await expect(reproduceEvents({ payload: kept }, hook, () => Promise.reject(new Error("disk")))).rejects.toThrow(
      "disk",
    );
  });
});
