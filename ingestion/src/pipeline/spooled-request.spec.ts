import { buildEventBatch } from "../events/build-event-batch.js";
import { buildReceivedEvent } from "../events/build-received-event.js";
import type { EventDocument } from "../events/event-document.js";
import { EventTexts } from "../events/event-texts.js";
import { decodeSpooledRequest, encodeSpooledRequest } from "./spooled-request.js";

const events = ["a", "b\nc", "žluť"].map((id): EventDocument => ({
  id,
  kind: "feed.heartbeat",
  time: "2026-06-01T11:00:00Z",
  source: "s",
  client: "c",
}));

describe("a spooled request", () => {
  it("gives back the accepted events with their texts, whatever stands around them", () => {
    const { bytes, ranges } = buildEventBatch([...events, { refused: true }]);
    const texts = new EventTexts(bytes);
    const accepted = [0, 2].map((index) => {
      const text = texts.read(ranges[index * 2] ?? 0, ranges[index * 2 + 1] ?? 0);
      return buildReceivedEvent({ tenant: "t", event: events[index] as EventDocument, text, receivedAtMs: 7 });
    });
    const repeats = [{ client: "c", source: "s", store: "", channel: "", partner: "ž\n", sliceMs: 300_000, count: 3 }];
    const request = { tenant: "t", receivedAtMs: 7, isBackfill: true, accepted, rejected: [], repeats };
    const decoded = decodeSpooledRequest(Buffer.concat(encodeSpooledRequest(request, bytes)));
    expect(decoded).toMatchObject({ isBackfill: true, repeats });
    expect(decoded.accepted.every(({ isBackfill }) => isBackfill)).toBe(true);
    expect(decoded.accepted.map(({ event }) => event)).toEqual([events[0], events[2]]);
    expect(decoded.accepted.map(({ text }) => text.hash)).toEqual(accepted.map(({ text }) => text.hash));
  });

  it("of a replay gives each event the instant at which it was received first, and how it is counted", () => {
    const { bytes, ranges } = buildEventBatch(events);
    const texts = new EventTexts(bytes);
    const accepted = events.map((event, index) => {
      const text = texts.read(ranges[index * 2] ?? 0, ranges[index * 2 + 1] ?? 0);
      const receipt = { receivedAtMs: 100 + index, isBackfill: index === 1 };
      return buildReceivedEvent({ tenant: "t", event, text, ...receipt, counted: "before" });
    });
    const rest = { isBackfill: false, rejected: [], repeats: [] };
    const request = { tenant: "t", receivedAtMs: 999, ...rest, accepted, counted: "before" as const };
    const decoded = decodeSpooledRequest(Buffer.concat(encodeSpooledRequest(request, bytes)));
    expect(decoded.counted).toBe("before");
    expect(
      decoded.accepted.map(({ receivedAtMs, isBackfill, counted }) => [receivedAtMs, isBackfill, counted]),
    ).toEqual([
      [100, false, "before"],
      [101, true, "before"],
      [102, false, "before"],
    ]);
  });

  it("of the first release, one event a line, is still read", () => {
    const head = JSON.stringify({ tenant: "t", receivedAtMs: 7, rejected: [] });
    const lines = events.map((event) => JSON.stringify(event));
    const read = (body: string) => decodeSpooledRequest(Buffer.from(body)).accepted.map(({ event }) => event);
    expect(read([head, ...lines].join("\n"))).toEqual(events);
    expect(read(head)).toEqual([]);
    expect(decodeSpooledRequest(Buffer.from(head))).toMatchObject({ isBackfill: false, repeats: [] });
  });
});
