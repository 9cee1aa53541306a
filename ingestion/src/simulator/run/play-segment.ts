import { setImmediate as breathe } from "node:timers/promises";
import type { EventDocument } from "../../events/event-document.js";
import { generateEvents } from "../generate-events.js";
import type { Simulation } from "../simulation.js";
import type { Segment } from "./segment.js";
import type { Sender } from "./sender.js";

/** History goes in batches of this size; live events wait behind at most a few of them. */
const BATCH_EVENTS = 4_000;
/** Older history waits for storage after this many events, so that live events never queue behind much of it. */
const SETTLE_AFTER_EVENTS = 16_000;

/** playSegment sends a stretch of history and gives the number of events. It rejects once `signal` is aborted. */
export async function playSegment(options: {
  simulation: Simulation;
  segment: Segment;
  sender: Sender;
  signal: AbortSignal;
}): Promise<number> {
  const { simulation, segment, sender, signal } = options;
  const window = { simulation, from: new Date(segment.fromMs), to: new Date(segment.toMs), detail: segment.detail };
  let batch: EventDocument[] = [];
  let sent = 0;
  let unsettled = 0;
  for (const { event } of generateEvents(window)) {
    batch.push(event);
    if (batch.length < BATCH_EVENTS) continue;
    await send();
  }
  await send();
  return sent;

  async function send(): Promise<void> {
    signal.throwIfAborted();
    if (batch.length > 0) await sender.send(batch, signal);
    sent += batch.length;
    unsettled += batch.length;
    batch = [];
    if (segment.detail === "old" && unsettled >= SETTLE_AFTER_EVENTS) {
      await sender.settled();
      unsettled = 0;
    }
    await breathe();
  }
}
