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
import { SLOTS_PER_DAY, type LocalSlot } from "./local-slot.js";
import type { AnomalyKind, SlotFinding, SlotRange } from "./slot-finding.js";
import type { WatchedMetric } from "./watched-series.js";

/** From here on a score may be listed, whatever the budget. */
const STRANGE_SHARE = 0.75;

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
}

/** buildWatchedState returns the state of a series whose first record lies in the slot of `sinceMs`. */
export function buildWatchedState({ kind, form }: Pick<WatchedMetric, "kind" | "form">, sinceMs: number): WatchedState {
  return {
    input: kind === "count" ? { count: buildCountInput() } : kind === "rate" ? { rate: buildRateInput() } : {},
    detector: buildAnomalyDetector({ form, slotsPerDay: SLOTS_PER_DAY }),
    gaps: buildGapWatch(),
    pulse: buildFeedPulse(),
    sinceMs,
  };
}

/** scoreSlot scores one slot against what came before and learns from it; undefined when nothing is known of the slot. Slots come in order, none twice. */
export function scoreSlot(state: WatchedState, figures: SlotFigures, local: LocalSlot): SlotFinding | undefined {
  const { input } = state;
  if ("count" in input) return scoreCount(state, figures, { local, input: input.count });
  const prepared = "rate" in input ? prepareRate(input.rate, figures) : prepareGauge(figures);
  return prepared === undefined ? undefined : scorePrepared(state, prepared, { figures, local });
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
  given: { local: LocalSlot; input: CountInput },
): SlotFinding | undefined {
  const isAlive = addToPulse(state.pulse, figures.atMs, figures.isHeard || figures.value !== undefined);
  const count = figures.value ?? (isAlive ? 0 : undefined);
  const gap = isAlive ? watchGap(state.gaps, given.local.hour % 24, (count ?? 0) > 0) : 0;
  const prepared = prepareCount(given.input, count);
  if (prepared === undefined) return undefined;
  const finding = scorePrepared(state, prepared, { figures, local: given.local });
  if (!isSparse(given.input)) return finding;
  return { ...finding, kind: "silence", score: finding.score === undefined ? undefined : gap };
}

function scorePrepared(
  state: WatchedState,
  prepared: PreparedValue,
  given: { local: LocalSlot; figures: SlotFigures },
): SlotFinding {
  const { figures, local } = given;
  const threshold = START_THRESHOLDS[state.detector.form];
  const found = scorePoint(state.detector, { value: prepared.value, ...local });
  const ranges = buildRanges(state.detector, found, threshold);
  const { shown, numerator, denominator } = prepared;
  const kind: AnomalyKind = found.isSustained ? "sustained" : "sudden";
  const seasonal = ranges.seasonal === undefined ? undefined : restoreRange(state, ranges.seasonal);
  const recent = ranges.recent === undefined ? undefined : restoreRange(state, ranges.recent);
  // What lies within the usual of the hour is strange only against the hours before: then those are what is told.
  const isUsual = seasonal !== undefined && shown >= seasonal.low && shown <= seasonal.high;
  const isStrange = found.score !== undefined && found.score >= threshold * STRANGE_SHARE;
  const isTold = seasonal !== undefined && found.seasonal !== undefined && !(isUsual && isStrange);
  const told = isTold
    ? { ...seasonal, basis: found.seasonal.season }
    : recent && { ...recent, basis: "recent" as const };
  const range = ranges.seasonal ?? ranges.recent;
  return {
    atMs: figures.atMs,
    score: found.score,
    ...{ kind, value: shown, numerator, denominator },
    expected: told,
    band: range === undefined ? undefined : restoreBand(state, range, figures.denominator),
  };
}

function buildRanges(
  detector: AnomalyDetector,
  found: PointScore,
  threshold: number,
): { seasonal: SlotRange | undefined; recent: SlotRange | undefined } {
  const reach = found.score === undefined ? undefined : findReach(detector, found.expected, threshold);
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
