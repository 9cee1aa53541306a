import { checkEvent } from "../../events/check-event.js";
import type { EventDocument } from "../../events/event-document.js";
import { buildPayloadBatch } from "./build-payload-batch.js";
import { readKeptPayload } from "./read-kept-payload.js";

const received = {
  source: "shop",
  mapping: "orders",
  delivery: "d-1",
  headers: { "x-topic": 'a "quoted" topic' },
  text: ' {"id": 820982911946154508, "price": 1.10} ',
};
const event: EventDocument = {
  id: "e",
  kind: "feed.heartbeat",
  time: "2026-06-01T00:00:00Z",
  source: "shop",
  client: "c",
};
const fault = (position: number) => ({ entry: 1, position, field: "money.amount", detail: "x is not a number" });
const verdict = (faultCount: number) => ({
  events: [event],
  faults: Array.from({ length: Math.min(20, faultCount) }, (_, index) => fault(index + 1)),
  faultCount,
  warnings: [],
});
const textAt = ({ bytes, ranges }: { bytes: Buffer; ranges: readonly number[] }, index: number) =>
  bytes.toString("utf8", ranges[index * 2], ranges[index * 2 + 1]);

describe("buildPayloadBatch", () => {
  it("holds the events alone when nothing failed", () => {
    const batch = buildPayloadBatch(verdict(0), received);
    expect(batch.values).toEqual([event]);
    expect(JSON.parse(textAt(batch, 0))).toEqual(event);
  });

  it("keeps the payload once, as it came, however much of it failed, and it can be read again", () => {
    const batch = buildPayloadBatch(verdict(1_000), received);
    expect(batch.values).toHaveLength(2);
    const text = textAt(batch, 1);
    expect(text).toContain(`"payload":${received.text}}`);
    expect(readKeptPayload(text)).toEqual({
      source: "shop",
      id: "d-1",
      mapping: "orders",
      headers: received.headers,
      payload: { id: "820982911946154508", price: 1.1 },
    });
    const checked = checkEvent(batch.values[1]);
    const refusal = "refusal" in checked ? checked.refusal : undefined;
    expect(refusal).toMatchObject({ reason: "mapping_failed", field: "money.amount" });
    expect(refusal?.detail).toMatch(
      /^mapping orders: 1000 events could not be made, 1 were: .*, element 5: .*; and 995 more$/,
    );
  });

  it.each(["", "{", '{"id":"e"}', "null"])("reads nothing else: %j", (text) => {
    expect(readKeptPayload(text)).toBeUndefined();
  });
});
