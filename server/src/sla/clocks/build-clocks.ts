import type { StoredCorrection } from "@watchfloor/sql";
import { ANY_PLACE, isCompatible, isWithin, type Place } from "../policies/place.js";
import { STORE_CALENDAR } from "../policies/build-policy-phases.js";
import type { SlaBook } from "../sla-book.js";
import {
  buildCorrectionRungs,
  hashClock,
  listPlaceClasses,
  type CorrectionRung,
  type PlaceClass,
} from "./correction-ladder.js";

/** SlaClock is one clock that runs can go by: a calendar less corrections. */
export interface SlaClock {
  /** Its number within this book: that of the calendar and of its class. 0 is the plain wall clock, which is never listed. */
  readonly code: number;
  /** Its name in every process (`working_interval.clock`). */
  readonly id: string;
  /** '' = always. */
  readonly calendar: string;
  readonly corrections: readonly StoredCorrection[];
}

/** ClockPlan is all clocks of a book and how the number of a run's clock is found. */
export interface ClockPlan {
  /** Calendars by number; the first is '', the wall clock. */
  readonly calendars: readonly string[];
  readonly rungs: readonly CorrectionRung[];
  /** What the number of each rung is multiplied with; the number of the calendar is added. */
  readonly factors: readonly number[];
  readonly clocks: readonly SlaClock[];
}

/** buildClocks finds every clock by which a run of the tenant can go. */
export function buildClocks(book: SlaBook): ClockPlan {
  const used = new Set(book.policies.flatMap(({ calendar }) => (calendar === STORE_CALENDAR ? [] : [calendar])));
  if (book.policies.some(({ calendar }) => calendar === STORE_CALENDAR))
    for (const store of book.stores) used.add(store.calendar);
  const calendars = ["", ...[...used].filter((id) => id !== "").sort()];
  const rungs = book.policies.length === 0 ? [] : buildCorrectionRungs(book.corrections);
  let factor = calendars.length;
  const factors = rungs.map(({ places }) => {
    const own = factor;
    factor *= places.length + 1;
    return own;
  });
  const classes = listPlaceClasses(rungs);
  const clocks = calendars.flatMap((calendar, number) =>
    classes.flatMap((each) => {
      const corrections = chooseCorrections(book, calendar, each);
      const code = each.numbers.reduce((sum, place, rung) => sum + place * (factors[rung] ?? 0), number);
      // The wall clock without corrections needs no intervals; one that is corrected for everybody does.
      if ((code === 0 && corrections.length === 0) || !isUsed(book, calendar, each.within)) return [];
      return [{ code, id: hashClock(calendar, each.places), calendar, corrections }];
    }),
  );
  return { calendars, rungs, factors, clocks };
}

/** countClockNumbers returns how many numbers a plan needs; more than 2^20 have no room beside an instant. */
export function countClockNumbers({ calendars, rungs }: ClockPlan): number {
  return rungs.reduce((count, { places }) => count * (places.length + 1), calendars.length);
}

function chooseCorrections(book: SlaBook, calendar: string, { places }: PlaceClass): StoredCorrection[] {
  return book.corrections.filter(
    (correction) =>
      (correction.calendar === "" || correction.calendar === calendar) &&
      [ANY_PLACE, ...places].some((place) => isWithin(place, correction) && isWithin(correction, place)),
  );
}

function isUsed(book: SlaBook, calendar: string, within: Place): boolean {
  const own =
    within.store === ""
      ? undefined
      : book.stores.find(({ client, id }) => client === within.client && id === within.store);
  const mayBeOfStore =
    within.store !== ""
      ? (own?.calendar ?? "") === calendar
      : calendar === "" || book.stores.some((store) => store.calendar === calendar);
  return book.policies.some(
    (policy) =>
      isCompatible(policy, within) &&
      (policy.calendar === calendar || (policy.calendar === STORE_CALENDAR && mayBeOfStore)),
  );
}
