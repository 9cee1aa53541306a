/** As far as slots are made up for: a clock that goes on further at once would go over all of them. */
const MOST_AHEAD_MS = 2 * 3_600_000;
/** A clock that was set wrong is set right by then; one that stays where it is was right, and the machine slept. */
const BELIEVED_AFTER_MS = 15 * 60_000;

/** ClockReading is three clocks at one moment, in milliseconds: this machine's, one that only counts on, and the database's. */
export interface ClockReading {
  readonly wallMs: number;
  readonly monotonicMs: number;
  readonly storeMs: number;
}

/** KnownClock is the reading that was last believed, and since when another is doubted (by the clock that only counts on). */
export interface KnownClock {
  readonly believed: ClockReading;
  readonly doubtedSinceMs: number | null;
}

/** ClockDecision is what is known from now on; `refusal` = why nothing may be evaluated now. */
export interface ClockDecision {
  readonly known: KnownClock;
  readonly refusal: string | undefined;
}

/**
 * decideClock refuses a clock that is more than two hours ahead of the database's, and one that went on by more than two hours while the
 * process ran on for less; the latter is believed after 15 minutes. A clock that goes back needs no guard: cursors do not.
 */
export function decideClock(before: KnownClock | undefined, reading: ClockReading): ClockDecision {
  const known = before ?? { believed: reading, doubtedSinceMs: null };
  if (reading.wallMs - reading.storeMs > MOST_AHEAD_MS)
    return { known, refusal: "The clock of this machine is hours ahead of that of the database." };
  const { believed, doubtedSinceMs } = known;
  const jumpMs = reading.wallMs - believed.wallMs - (reading.monotonicMs - believed.monotonicMs);
  if (jumpMs <= MOST_AHEAD_MS) return { known: { believed: reading, doubtedSinceMs: null }, refusal: undefined };
  const since = doubtedSinceMs ?? reading.monotonicMs;
  if (reading.monotonicMs - since >= BELIEVED_AFTER_MS)
    return { known: { believed: reading, doubtedSinceMs: null }, refusal: undefined };
  return {
    known: { believed, doubtedSinceMs: since },
    refusal: "The clock of this machine went on by hours at once.",
  };
}
