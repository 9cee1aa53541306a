import { DateTime } from "luxon";

/** SLOT_MS: series are watched on a grid of five minutes. */
export const SLOT_MS = 300_000;
/** SLOTS_PER_DAY on that grid. */
export const SLOTS_PER_DAY = 288;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** LocalSlot is where an instant lies in the day of a zone; `hour` counts local hours since 1970. */
export interface LocalSlot {
  readonly slot: number;
  readonly hour: number;
}

/**
 * LocalSlots places instants in the days of a zone, from memory within a quarter of an hour: no zone changes its clock in between. A night
 * on which the clock goes back has some slots twice, one on which it goes forward lacks some.
 */
export class LocalSlots {
  private readonly offsets = new Map<number, number>();

  constructor(private readonly timeZone: string) {}

  /** find returns the slot of an instant. */
  find(atMs: number): LocalSlot {
    const local = atMs + this.readOffset(atMs);
    return { slot: Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / SLOT_MS), hour: Math.floor(local / HOUR_MS) };
  }

  private readOffset(atMs: number): number {
    const quarter = Math.floor(atMs / (HOUR_MS / 4));
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    const { offset } = DateTime.fromMillis(atMs, { zone: this.timeZone });
    const offsetMs = Number.isFinite(offset) ? offset * 60_000 : 0;
    if (this.offsets.size > 20_000) this.offsets.clear();
    this.offsets.set(quarter, offsetMs);
    return offsetMs;
  }
}
