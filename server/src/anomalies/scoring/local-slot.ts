import { DateTime } from "luxon";

/** SLOT_MS: series are watched on a grid of five minutes. */
export const SLOT_MS = 300_000;
/** SLOTS_PER_DAY on that grid. */
export const SLOTS_PER_DAY = 288;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Two weeks: what one piece of time has at most. */
const REMEMBER_SLOTS = 14 * 288;

/** LocalSlot is where an instant lies in the day of a zone; `hour` counts local hours since 1970. */
export interface LocalSlot {
  readonly slot: number;
  readonly hour: number;
}

/**
 * LocalSlots places the slots of the grid in the days of a zone, from memory. A night on which the clock goes back has some slots twice, one on which
 * it goes forward lacks some.
 */
export class LocalSlots {
  private readonly known = new Map<number, LocalSlot>();

  constructor(private readonly timeZone: string) {}

  /** find returns the slot of an instant. */
  find(atMs: number): LocalSlot {
    const known = this.known.get(atMs);
    if (known !== undefined) return known;
    const { offset } = DateTime.fromMillis(atMs, { zone: this.timeZone });
    const local = atMs + (Number.isFinite(offset) ? offset * 60_000 : 0);
    const slot = Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / SLOT_MS);
    const found = { slot, hour: Math.floor(local / HOUR_MS) };
    if (this.known.size >= REMEMBER_SLOTS) this.known.clear();
    this.known.set(atMs, found);
    return found;
  }
}
