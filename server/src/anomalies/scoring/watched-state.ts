import {
  buildAnomalyDetector,
  findReach,
  START_THRESHOLDS,
  scorePoint,
  type AnomalyDetector,
} from "../detector/anomaly-detector.js";
import { buildGapWatch, watchGap, type GapWatch } from "../detector/gap-watch.js";
import type { PointScore } from "../detector/point-score.js";
import {
  buildCountInput,
  isSparse,
  prepareCount,
  restoreCount,
  restoreSlotRange,
  type CountInput,
} from "../prepare/count-input.js";
import { addToPulse, buildFeedPulse, type FeedPulse } from "../prepare/feed-pulse.js";
import type { PreparedValue } from "../prepare/prepared-value.js";
import { buildRateInput, prepareRate, restoreRate, widenForSlot, type RateInput } from "../prepare/rate-input.js";
import { findCandidateFloor } from "./find-candidate-floor.js";
import { SLOTS_PER_DAY, type LocalSlot } from "./local-slot.js";
import type { SlotFinding, SlotRange } from "./slot-finding.js";
import type { WatchedMetric } from "./watched-series.js";

/** SlotFigures is what a series had in one slot; undefined = nothing was recorded. */
export interface SlotFigures {
  readonly atMs: number;
  readonly value: number | undefined;
  readonly numerator: number;
  readonly denominator: number;
  /** Whether anything at all came from the feeds of the group: while they are alive, nothing means none. */
  readonly isHeard: boolean;
}

/** WatchedState is everything that is remembered of one series. Plain data: a structured clone of it goes on in the same way. */
export interface WatchedState {
  readonly input: { readonly count: CountInput } | { readonly rate: RateInput } | Record<string, never>;
  readonly detector: AnomalyDetector;
  readonly gaps: GapWatch;
  readonly pulse: FeedPulse;
  /** First slot with anything recorded. */
  readonly sinceMs: number;
  scoredSlots: number;
}

/** buildWatchedState returns the state of a series whose first record lies in the slot of `sinceMs`. */
export function buildWatchedState({ kind, form }: Pick<WatchedMetric, "kind" | "form">, sinceMs: number): WatchedState {
  return {
    input: kind === "count" ? { count: buildCountInput() } : kind === "rate" ? { rate: buildRateInput() } : {},
    detector: buildAnomalyDetector({ form, slotsPerDay: SLOTS_PER_DAY }),
    gaps: buildGapWatch(),
    pulse: buildFeedPulse(),
    sinceMs,
    scoredSlots: 0,
  };
}

/**
 * scoreSlot scores one slot against what came before and learns from it. Slots come in order, none twice. It tells a finding where `isTold`, else only
 * one that may matter to a threshold; undefined too when nothing is known of the slot.
 */
export function scoreSlot(
  state: WatchedState,
  figures: SlotFigures,
  given: { local: LocalSlot; isTold: boolean },
): SlotFinding | undefined {
  const { input } = state;
  if ("count" in input) return scoreCount(state, figures, { ...given, input: input.count });
  const prepared = "rate" in input ? prepareRate(input.rate, figures) : prepareGauge(figures);
  return prepared === undefined ? undefined : scorePrepared(state, prepared, { figures, ...given });
}

interface Given {
  readonly local: LocalSlot;
  readonly isTold: boolean;
}

function prepareGauge({ value, denominator }: SlotFigures): PreparedValue | undefined {
  return value === undefined
    ? undefined
    : { value, shown: value, numerator: null, denominator: denominator > 0 ? denominator : null };
}

/** Where little happens, the count says nothing and only a long gap does. */
function scoreCount(
  state: WatchedState,
  figures: SlotFigures,
  given: Given & { input: CountInput },
): SlotFinding | undefined {
  const isAlive = addToPulse(state.pulse, figures.atMs, figures.isHeard || figures.value !== undefined);
  const count = figures.value ?? (isAlive ? 0 : undefined);
  const gap = isAlive ? watchGap(state.gaps, given.local.hour % 24, (count ?? 0) > 0) : 0;
  const prepared = prepareCount(given.input, count);
  if (prepared === undefined) return undefined;
  const floor = findCandidateFloor(state.detector.form);
  if (!isSparse(given.input)) return scorePrepared(state, prepared, { ...given, figures });
  const finding = scorePrepared(state, prepared, { ...given, figures, isTold: given.isTold || gap >= floor });
  return finding && { ...finding, kind: "silence", score: finding.score === undefined ? undefined : gap };
}

function scorePrepared(
  state: WatchedState,
  prepared: PreparedValue,
  given: Given & { figures: SlotFigures },
): SlotFinding | undefined {
  const { figures, local, isTold } = given;
  const floor = findCandidateFloor(state.detector.form);
  const point = { value: prepared.value, slot: local.slot, hour: local.hour };
  const found = scorePoint(state.detector, point, isTold ? -Infinity : floor);
  const score = found.score ?? 0;
  if (found.score !== undefined) state.scoredSlots += 1;
  if (!isTold && score < floor) return undefined;
  const ranges = buildRanges(state.detector, found);
  const range = ranges.seasonal ?? ranges.recent;
  return {
    ...{ atMs: figures.atMs, score: found.score, kind: found.isSustained ? "sustained" : "sudden" },
    ...{ value: prepared.shown, numerator: prepared.numerator, denominator: prepared.denominator },
    expected: chooseExpected(state, { found, ranges, shown: prepared.shown, isStrange: score >= floor }),
    band: range === undefined ? undefined : restoreBand(state, range, figures.denominator),
  };
}

interface Ranges {
  readonly seasonal: SlotRange | undefined;
  readonly recent: SlotRange | undefined;
}

/** What lies within the usual of the hour is strange only against the hours before: then those are what is told. */
function chooseExpected(
  state: WatchedState,
  given: { found: PointScore; ranges: Ranges; shown: number; isStrange: boolean },
): SlotFinding["expected"] {
  const { found, ranges, shown, isStrange } = given;
  const seasonal = ranges.seasonal && restoreRange(state, ranges.seasonal);
  const isUsual = seasonal !== undefined && shown >= seasonal.low && shown <= seasonal.high;
  if (seasonal !== undefined && found.seasonal !== undefined && !(isUsual && isStrange))
    return { ...seasonal, basis: found.seasonal.season };
  return ranges.recent && { ...restoreRange(state, ranges.recent), basis: "recent" };
}

function buildRanges(detector: AnomalyDetector, found: PointScore): Ranges {
  const reach =
    found.score === undefined ? undefined : findReach(detector, found.expected, START_THRESHOLDS[detector.form]);
  const recent = reach === undefined ? undefined : { low: found.expected - reach, high: found.expected + reach };
  return { seasonal: found.seasonal, recent };
}

function restoreRange({ input }: WatchedState, { low, high }: SlotRange): SlotRange {
  if ("count" in input) return { low: restoreCount(low), high: restoreCount(high) };
  if ("rate" in input) return { low: restoreRate(input.rate, low), high: restoreRate(input.rate, high) };
  return { low, high };
}

function restoreBand(state: WatchedState, range: SlotRange, cases: number): SlotRange {
  const { input } = state;
  if ("count" in input) return restoreSlotRange(range.low, range.high);
  return "rate" in input ? widenForSlot(restoreRange(state, range), cases) : range;
}
