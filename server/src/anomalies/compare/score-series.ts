import { buildAnomalyDetector, scorePoint, type ScoreForm } from "../detector/anomaly-detector.js";
import { keepOnsets } from "../detector/keep-onsets.js";
import { buildHoltWintersRatio } from "../detector/reference/holt-winters-ratio.js";
import { buildWindowedGaussian } from "../detector/reference/windowed-gaussian.js";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const USUAL_GRID_MS = 300_000;
const ONSET_POINTS_OF_REFERENCE = 72;

/** SCORERS: the detector of the product in both its forms, and what it is compared with. */
export const SCORERS = ["tail", "ratio", "windowed-gaussian", "holt-winters-ratio"] as const;
/** Scorer is one of `SCORERS`. */
export type Scorer = (typeof SCORERS)[number];

/** SeriesRow is an instant and its value; NaN = missing. */
export interface SeriesRow {
  readonly atMs: number;
  readonly value: number;
}

/** findGrid returns the usual distance of two rows in milliseconds: their median, five minutes for fewer than two. */
export function findGrid(rows: readonly SeriesRow[]): number {
  const gaps = rows.slice(1).map((row, before) => row.atMs - (rows[before]?.atMs ?? 0));
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? USUAL_GRID_MS;
}

/**
 * scoreSeries scores rows one by one, each by what came before. Scores are onsets: what is not above the six hours (72 points) before is 0.
 * A missing value scores 0 and changes nothing. Days are those of UTC.
 */
export function scoreSeries(rows: readonly SeriesRow[], scorer: Scorer): number[] {
  const score = buildScorer(scorer, findGrid(rows));
  const scores = rows.map((row) => (Number.isFinite(row.value) ? score(row) : 0));
  return keepOnsets(scores, ONSET_POINTS_OF_REFERENCE);
}

function buildScorer(scorer: Scorer, gridMs: number): (row: SeriesRow) => number {
  const slotsPerDay = Math.max(1, Math.round(DAY_MS / gridMs));
  const readSlot = ({ atMs }: SeriesRow) => Math.floor((((atMs % DAY_MS) + DAY_MS) % DAY_MS) / gridMs) % slotsPerDay;
  if (scorer === "windowed-gaussian") {
    const score = buildWindowedGaussian();
    return ({ value }) => score(value);
  }
  if (scorer === "holt-winters-ratio") {
    const score = buildHoltWintersRatio(slotsPerDay);
    return (row) => score(row.value, readSlot(row));
  }
  return buildProductScorer(scorer, slotsPerDay, readSlot);
}

function buildProductScorer(
  form: ScoreForm,
  slotsPerDay: number,
  readSlot: (row: SeriesRow) => number,
): (row: SeriesRow) => number {
  const detector = buildAnomalyDetector({ form, slotsPerDay });
  return (row) =>
    scorePoint(detector, { value: row.value, slot: readSlot(row), hour: Math.floor(row.atMs / HOUR_MS) }).score ?? 0;
}
