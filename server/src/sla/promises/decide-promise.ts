import type { SlaPolicyVersion } from "@watchfloor/sql";
import { WALL_CLOCK, type WorkingClock } from "../clocks/working-clock.js";
import { choosePolicy } from "../policies/build-policy-ladder.js";
import { isWithin, type Place } from "../policies/place.js";
import { STORE_CALENDAR } from "../policies/build-policy-phases.js";
import type { PromiseRules } from "./promise-rules.js";

/** PromisedRun is what a promise is decided from; instants in milliseconds, undefined = absent. */
export interface PromisedRun {
  readonly place: Place;
  readonly startedMs: number;
  readonly pauses: readonly { readonly fromMs: number; readonly toMs: number | undefined; readonly reason: string }[];
}

/** DecidedPromise is when the promise of a run breaks; Infinity = never. */
export interface DecidedPromise {
  readonly policy: SlaPolicyVersion;
  readonly limitMs: number;
  readonly dueMs: number;
  /** The first instant at which 80 % of the limit are used. */
  readonly riskMs: number;
  /** What the clock of the run shows at an instant. */
  readonly clockAt: (atMs: number) => number;
}

type Clock = Pick<WorkingClock, "measure" | "findEnd" | "findBegin">;

/**
 * decidePromise is `buildPromiseWords` in TypeScript: the promise of a run that has started. Undefined when no policy is in force at its
 * start. `findClock` gives the clock of a number; the plain wall clock is never asked for.
 */
export function decidePromise(
  rules: PromiseRules,
  run: PromisedRun,
  findClock: (code: number) => Clock,
): DecidedPromise | undefined {
  const policy = choosePolicy(rules.ladder, run.place, run.startedMs);
  if (policy === undefined) return undefined;
  const code = findClockNumber(rules, policy, run.place);
  const clock = rules.plan.clocks.some((each) => each.code === code) || code !== 0 ? findClock(code) : WALL_CLOCK;
  const begin = clock.measure(run.startedMs);
  const limitMs = policy.limitSeconds * 1000;
  const stops = buildStops(run, policy, clock);
  return {
    policy,
    limitMs,
    dueMs: clock.findEnd(addStops(begin + limitMs, stops, (shown, goal) => shown <= goal)),
    riskMs: clock.findBegin(addStops(begin + Math.ceil((4 * limitMs) / 5), stops, (shown, goal) => shown < goal)),
    clockAt(atMs) {
      const shown = clock.measure(atMs);
      const stopped = stops.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, shown) - from), 0);
      return shown - begin - stopped;
    },
  };
}

/** findClockNumber is the number of the clock a run under a policy goes by. */
function findClockNumber({ plan, stores }: PromiseRules, policy: SlaPolicyVersion, place: Place): number {
  const ofStore = stores.find(({ client, id }) => client === place.client && id === place.store)?.calendar ?? "";
  const calendar = policy.calendar === STORE_CALENDAR ? ofStore : policy.calendar;
  const base = Math.max(0, plan.calendars.indexOf(calendar));
  return plan.rungs.reduce(
    (sum, rung, index) =>
      sum + (rung.places.findIndex((each) => isWithin(place, each)) + 1) * (plan.factors[index] ?? 0),
    base,
  );
}

/** The union of the pauses on the clock's own face, sorted and apart. */
function buildStops(run: PromisedRun, policy: SlaPolicyVersion, clock: Clock): { from: number; to: number }[] {
  const stops: { from: number; to: number }[] = [];
  const counted = run.pauses
    .filter(({ reason }) => policy.pauseReasons === null || policy.pauseReasons.includes(reason))
    .map(({ fromMs, toMs }) => ({
      from: clock.measure(Math.max(fromMs, run.startedMs)),
      to: toMs === undefined ? Infinity : clock.measure(Math.max(toMs, run.startedMs)),
    }))
    .sort((left, right) => left.from - right.from);
  for (const next of counted) {
    const last = stops.at(-1);
    if (last !== undefined && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else stops.push({ ...next });
  }
  return stops;
}

/** A stop counts when the clock reaches it; with each the goal moves. */
function addStops(
  goal: number,
  stops: readonly { from: number; to: number }[],
  isReached: (shown: number, goal: number) => boolean,
): number {
  return stops.reduce((moved, { from, to }) => (isReached(from, moved) ? moved + (to - from) : moved), goal);
}
