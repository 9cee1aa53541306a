import { IANAZone } from "luxon";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday; weekdays count from Monday = 0. */
const EPOCH_WEEKDAY = 3;

/** LocalClock tells the wall-clock hour and weekday of a time zone. Offsets are remembered by UTC hour, as zones change on full hours. */
export class LocalClock {
  readonly #zone: IANAZone;
  readonly #offsets = new Map<number, number>();

  constructor(timeZone: string) {
    this.#zone = IANAZone.create(timeZone);
    if (!this.#zone.isValid) throw new RangeError(`unknown time zone ${timeZone}`);
  }

  /** hour gives the local time of day in hours, 0 to 24. */
  hour(ms: number): number {
    return (this.#local(ms) % DAY_MS) / HOUR_MS;
  }

  /** day gives the number of local days since 1970-01-01. */
  day(ms: number): number {
    return Math.floor(this.#local(ms) / DAY_MS);
  }

  /** weekday gives 0 for Monday to 6 for Sunday. */
  weekday(ms: number): number {
    return (this.day(ms) + EPOCH_WEEKDAY) % 7;
  }

  #local(ms: number): number {
    const hour = Math.floor(ms / HOUR_MS);
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      offset = this.#zone.offset(hour * HOUR_MS) * 60_000;
      if (this.#offsets.size > 5_000) this.#offsets.clear();
      this.#offsets.set(hour, offset);
    }
    return ms + offset;
  }
}
