import { choosePlace } from "../events/choose-place.js";
import type { EventDocument } from "../events/event-document.js";
import { readInstant } from "../events/read-instant.js";
import { SLICE_MS } from "../events/slice-ms.js";

/** RepeatCount is how many events of one feed and 5-minute slice a request repeated; '' = absent. */
export interface RepeatCount {
  readonly client: string;
  readonly source: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly sliceMs: number;
  count: number;
}

/** RepeatCounts counts the events of one request that were recognised as repeats: they are received, but not kept. */
export class RepeatCounts {
  readonly #counts = new Map<string, RepeatCount>();
  #total = 0;

  /** total of all that was added. */
  get total(): number {
    return this.#total;
  }

  /** add counts an event that has passed the checks. */
  add(event: EventDocument): void {
    this.#total += 1;
    const { client, source } = event;
    const { store, channel, partner } = choosePlace(event);
    const timeMs = readInstant(event.time) ?? 0;
    const sliceMs = timeMs - (timeMs % SLICE_MS);
    const key = [client, source, store ?? "", channel ?? "", partner ?? "", sliceMs].join("\0");
    const known = this.#counts.get(key);
    if (known !== undefined) known.count += 1;
    else
      this.#counts.set(key, {
        ...{ client, source, store: store ?? "", channel: channel ?? "", partner: partner ?? "" },
        ...{ sliceMs, count: 1 },
      });
  }

  /** list returns one count a feed and slice. */
  list(): RepeatCount[] {
    return [...this.#counts.values()];
  }
}
