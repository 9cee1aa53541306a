import type { EventDocument } from "../../events/event-document.js";
import { generateEvents } from "../generate-events.js";
import type { SimulatedEvent } from "../scene.js";
import type { Simulation } from "../simulation.js";

/** LiveStream hands out live events as their instant of reception comes. */
export class LiveStream {
  readonly #events: Generator<SimulatedEvent, void, void>;
  #next: SimulatedEvent | undefined;

  constructor(simulation: Simulation, fromMs: number) {
    const endless = new Date(8.64e15);
    this.#events = generateEvents({ simulation, from: new Date(fromMs), to: endless, detail: "live" });
  }

  /** take gives the events received before an instant that were not taken yet, at most `limit`. */
  take(untilMs: number, limit: number): readonly EventDocument[] {
    const taken: EventDocument[] = [];
    while (taken.length < limit) {
      this.#next ??= this.#events.next().value ?? undefined;
      if (this.#next === undefined || this.#next.atMs >= untilMs) break;
      taken.push(this.#next.event);
      this.#next = undefined;
    }
    return taken;
  }
}
