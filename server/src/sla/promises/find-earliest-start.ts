import { buildWorkingIntervals, rememberOpenings } from "../clocks/build-working-intervals.js";
import { WorkingClock } from "../clocks/working-clock.js";
import type { PromiseRules } from "./promise-rules.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far back a calendar is looked at, first and at most; further back no bound is known. */
const FIRST_BACK_MS = 30 * DAY_MS;
const MAX_BACK_MS = 4_000 * DAY_MS;
const MAX_KNOWN = 2_000;

const known = new WeakMap<PromiseRules, Map<number, number>>();

/**
 * findEarliestStart returns an instant before which no run without pauses started whose deadline by a policy is `atMs` or later; epoch
 * milliseconds, 0 = no bound is known. A deadline is passed once the longest limit is used up on the clock of the run, so no run is meant that
 * started before each clock showed what it shows at the instant less that limit. Hours are looked up once: rules never change.
 */
export function findEarliestStart(rules: PromiseRules, atMs: number): number {
  const hour = Math.floor(atMs / HOUR_MS) * HOUR_MS;
  const ofRules = known.get(rules) ?? new Map<number, number>();
  known.set(rules, ofRules);
  const found = ofRules.get(hour) ?? Math.max(0, search(rules, hour));
  if (ofRules.size >= MAX_KNOWN) ofRules.clear();
  ofRules.set(hour, found);
  return found;
}

function search(rules: PromiseRules, atMs: number): number {
  const longestMs = Math.max(...rules.policies.map(({ limitSeconds }) => limitSeconds * 1000));
  let earliest = atMs - longestMs;
  let open = [...rules.plan.clocks];
  for (let backMs = Math.max(FIRST_BACK_MS, 4 * longestMs); open.length > 0; backMs *= 4) {
    if (backMs > MAX_BACK_MS) return 0;
    const range = { from: new Date(atMs - backMs), to: new Date(atMs + HOUR_MS) };
    const findOpen = rememberOpenings(rules.calendars, range);
    open = open.filter((each) => {
      const intervals = buildWorkingIntervals(each, findOpen, range);
      // A calendar that is gone is not stored either: its runs have no deadline.
      if (intervals === undefined) return false;
      const clock = new WorkingClock(intervals);
      const shown = clock.measure(atMs) - longestMs;
      if (shown <= 0) return true;
      earliest = Math.min(earliest, clock.findBegin(shown));
      return false;
    });
  }
  return earliest - 1_000;
}
