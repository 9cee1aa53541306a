import type { EventDocument } from "../events/event-document.js";
import { Dice } from "./dice.js";
import type { Simulation } from "./simulation.js";

/**
 * Detail says how fully a window is told. `old`: a run is its end only; `recent`: start, steps and end; `live`: also the
 * dense signals of stores and systems. The same event has the same content in every detail.
 */
export type Detail = "old" | "recent" | "live";

/** SimulatedEvent is an event and the instant it reaches the receiver. */
export interface SimulatedEvent {
  readonly atMs: number;
  readonly event: EventDocument;
}

/** Scene collects the events received in [fromMs, toMs) while stories are told. */
export class Scene {
  readonly dice = new Dice();
  readonly events: SimulatedEvent[] = [];

  constructor(
    readonly simulation: Simulation,
    readonly detail: Detail,
    readonly fromMs: number,
    readonly toMs: number,
  ) {}

  /** wants tells whether an event received at an instant belongs to the window; ask before building it. */
  wants(atMs: number): boolean {
    return atMs >= this.fromMs && atMs < this.toMs;
  }

  /** add keeps an event. The caller has asked `wants`. */
  add(atMs: number, event: EventDocument): void {
    this.events.push({ atMs, event });
  }
}
