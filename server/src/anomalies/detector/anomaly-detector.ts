import { addToTail, buildErrorTail, findSizeAt, type ErrorTail } from "./error-tail.js";
import type { DetectorPoint, PointScore } from "./point-score.js";
import {
  buildSeasonBaseline,
  learnSeason,
  openHour,
  readSeasonalRange,
  type SeasonBaseline,
} from "./season-baseline.js";
import { buildSeasonalForecast, learnForecast, readForecast, type SeasonalForecast } from "./seasonal-forecast.js";
import { addToWindow, buildSortedWindow, isFullWindow, readMedian, type SortedWindow } from "./sorted-window.js";

/** ScoreForm: `tail` asks how rare an error is, `ratio` how many times the usual one it is. */
export type ScoreForm = "tail" | "ratio";

/**
 * START_THRESHOLDS: a score above is an anomaly, before a budget says otherwise. Counts, rates and gauges of pure chance pass 8.3 about 0.4 times a
 * week after their first (7.2: 1.4 times), and it was the best threshold on the half of NAB that was looked at.
 */
export const START_THRESHOLDS: Record<ScoreForm, number> = { tail: 8.3, ratio: 5.1 };
/** Eight hours on a 5-minute grid. */
export const WARM_UP_POINTS = 96;
/** Two days and the eight hours: before that no range is told. */
const RANGE_AFTER_POINTS = 96;

const LEVEL_GAINS: Record<ScoreForm, number> = { tail: 0.3, ratio: 0.5 };
const RARITY_WEIGHT = 2.2;
const RATIO_WEIGHT = 0.1;
const MAX_RATIO = 10;
/** An effect of less than a tenth of what was expected counts for less. */
const EFFECT_FLOOR = 0.1;
const LEVEL_FLOOR = 0.005;
const PLAIN_MEAN_POINTS = 100;
const USUAL_ERROR_GAIN = 0.005;
const LONG_MEAN_POINTS = 4_000;
const DRIFT_POINTS = 6;
const NEW_POINTS = 12;
const OLD_POINTS = 144;

/** AnomalyDetector is everything that is remembered of one series. Plain data: a structured clone of it goes on in the same way. */
export interface AnomalyDetector {
  readonly form: ScoreForm;
  readonly forecast: SeasonalForecast;
  readonly season: SeasonBaseline;
  readonly errors: ErrorTail;
  readonly drifts: ErrorTail;
  readonly shifts: ErrorTail;
  readonly driftWindow: Float64Array;
  readonly newer: SortedWindow;
  readonly older: SortedWindow;
  points: number;
  usualError: number;
  longError: number;
}

/** buildAnomalyDetector returns the detector of a series that nothing is known of. */
export function buildAnomalyDetector(options: { form: ScoreForm; slotsPerDay: number }): AnomalyDetector {
  return {
    form: options.form,
    forecast: buildSeasonalForecast(options.slotsPerDay),
    season: buildSeasonBaseline(),
    errors: buildErrorTail(),
    drifts: buildErrorTail(),
    shifts: buildErrorTail(),
    driftWindow: new Float64Array(DRIFT_POINTS),
    newer: buildSortedWindow(NEW_POINTS),
    older: buildSortedWindow(OLD_POINTS),
    ...{ points: 0, usualError: 0, longError: 0 },
  };
}

/**
 * scorePoint scores a prepared value against what the series did before, then learns from it. The first value of a series is expected. A
 * missing value is not given at all: it changes nothing. The usual range is told from the score `tellFrom` on, as most points are not looked at.
 */
export function scorePoint(detector: AnomalyDetector, point: DetectorPoint, tellFrom = -Infinity): PointScore {
  const { value, slot, hour } = point;
  openHour(detector.season, hour);
  const expected = readForecast(detector.forecast, slot) ?? value;
  const error = value - expected;
  const sudden = scoreSudden(detector, expected, error);
  const drift = scoreDrift(detector, expected, error);
  const shift = scoreShift(detector, value);
  const score = detector.points >= WARM_UP_POINTS ? Math.max(sudden, drift, shift) : undefined;
  const isTold = detector.season.spreadCount >= RANGE_AFTER_POINTS && (score ?? 0) >= tellFrom;
  const seasonal = isTold ? readSeasonalRange(detector.season) : undefined;
  learn(detector, point, error);
  return { score, isSustained: shift >= Math.max(sudden, drift), expected, seasonal };
}

/** findReach returns how far from what is expected a value may lie before its score passes `threshold`; undefined while nothing is scored. */
export function findReach(detector: AnomalyDetector, expected: number, threshold: number): number | undefined {
  if (detector.points < WARM_UP_POINTS) return undefined;
  const level = LEVEL_FLOOR * Math.abs(expected);
  if (detector.form === "ratio") return threshold * (detector.usualError + level + detector.longError);
  const plain = findSizeAt(detector.errors, threshold / RARITY_WEIGHT);
  return plain === undefined ? undefined : Math.max(plain, level);
}

function scoreSudden(detector: AnomalyDetector, expected: number, error: number): number {
  const size = Math.abs(error);
  const rarity = addToTail(detector.errors, size) * weighEffect(size, expected);
  if (size === 0) return 0;
  const usual = detector.usualError + LEVEL_FLOOR * Math.abs(expected);
  if (detector.form === "ratio") return divide(size, usual + detector.longError);
  return RARITY_WEIGHT * rarity + RATIO_WEIGHT * Math.min(divide(size, usual), MAX_RATIO);
}

/** The mean error of half an hour: what stays a little too high is as telling as what is once much too high. */
function scoreDrift(detector: AnomalyDetector, expected: number, error: number): number {
  const { driftWindow, drifts, points } = detector;
  driftWindow[points % DRIFT_POINTS] = error;
  let sum = 0;
  for (let place = 0; place < DRIFT_POINTS; place += 1) sum += driftWindow[place] ?? 0;
  const size = Math.abs(sum / DRIFT_POINTS);
  return scaleRarity(detector, addToTail(drifts, size) * weighEffect(size, expected));
}

/** What lasts: the median of the last hour against that of the twelve hours before. */
function scoreShift(detector: AnomalyDetector, value: number): number {
  const left = addToWindow(detector.newer, value);
  if (left !== undefined) addToWindow(detector.older, left);
  if (!isFullWindow(detector.older)) return 0;
  const before = readMedian(detector.older);
  const size = Math.abs(readMedian(detector.newer) - before);
  return scaleRarity(detector, addToTail(detector.shifts, size) * weighEffect(size, before));
}

/** Both forms of score are compared with their own threshold: rarity means the same in each. */
function scaleRarity({ form }: AnomalyDetector, rarity: number): number {
  return (RARITY_WEIGHT * rarity * START_THRESHOLDS[form]) / START_THRESHOLDS.tail;
}

function weighEffect(size: number, expected: number): number {
  const floor = EFFECT_FLOOR * Math.abs(expected);
  return floor > 0 ? Math.min(1, size / floor) : 1;
}

function divide(size: number, by: number): number {
  return by > 0 ? size / by : 0;
}

function learn(detector: AnomalyDetector, { value, slot }: DetectorPoint, error: number): void {
  const size = Math.abs(error);
  detector.points += 1;
  const { points, usualError } = detector;
  detector.usualError +=
    points <= PLAIN_MEAN_POINTS
      ? (size - usualError) / points
      : USUAL_ERROR_GAIN * (Math.min(size, 6 * usualError || size) - usualError);
  detector.longError += (size - detector.longError) / Math.min(points, LONG_MEAN_POINTS);
  learnForecast(detector.forecast, slot, value, LEVEL_GAINS[detector.form]);
  learnSeason(detector.season, value);
}
