import { START_THRESHOLDS, type ScoreForm } from "../detector/anomaly-detector.js";
import { findCandidateFloor } from "./find-candidate-floor.js";
import { buildIncidentTrack, trackFinding } from "./track-incident.js";
import type { SlotFinding } from "./slot-finding.js";

/** Budget is how many anomalies a week each series of a class may raise. */
export interface Budget {
  readonly listPerWeek: number;
  readonly notifyPerWeek: number;
}

/** DEFAULT_BUDGET: one every other week in the list, one in ten weeks for notification. */
export const DEFAULT_BUDGET: Budget = { listPerWeek: 0.5, notifyPerWeek: 0.1 };

/** ChosenThresholds are the scores from which on an anomaly is listed and notified, and the rates they have reached. */
export interface ChosenThresholds {
  readonly list: number;
  readonly notify: number;
  readonly isLearned: boolean;
  readonly seriesWeeks: number;
  /** Anomalies a series and week; null = no week was seen. */
  readonly listPerWeek: number | null;
  readonly notifyPerWeek: number | null;
}

/** Fewer weeks than this say nothing about one anomaly in ten of them. */
const MIN_SERIES_WEEKS = 4;
/** Notified is what is clearly more than listed. */
const NOTIFY_ABOVE_LIST = 1.25;
const JUST_ABOVE = 1e-9;

/**
 * chooseThresholds returns the lowest thresholds that would have kept the budget over some weeks: the findings of each series in them, in
 * order. With fewer than four series-weeks they are the start thresholds.
 */
export function chooseThresholds(
  findings: readonly (readonly SlotFinding[])[],
  given: { form: ScoreForm; seriesWeeks: number; budget: Budget },
): ChosenThresholds {
  const { form, seriesWeeks, budget } = given;
  const start = START_THRESHOLDS[form];
  const count = (threshold: number) => findings.reduce((sum, series) => sum + countIncidents(series, threshold), 0);
  const perWeek = (threshold: number) => (seriesWeeks > 0 ? count(threshold) / seriesWeeks : null);
  if (seriesWeeks < MIN_SERIES_WEEKS) {
    const notify = start * NOTIFY_ABOVE_LIST;
    return {
      list: start,
      notify,
      isLearned: false,
      seriesWeeks,
      listPerWeek: perWeek(start),
      notifyPerWeek: perWeek(notify),
    };
  }
  const scores = [...new Set(findings.flat().map((finding) => finding.score ?? 0))].sort((a, b) => a - b);
  const choose = (allowedPerWeek: number, lowest: number) =>
    findLowest(
      [lowest, ...scores.filter((score) => score >= lowest).map((score) => score + JUST_ABOVE)],
      (threshold) => count(threshold) <= Math.max(1, Math.floor(allowedPerWeek * seriesWeeks)),
    );
  const list = choose(budget.listPerWeek, findCandidateFloor(form));
  const notify = choose(budget.notifyPerWeek, list * NOTIFY_ABOVE_LIST);
  return { list, notify, isLearned: true, seriesWeeks, listPerWeek: perWeek(list), notifyPerWeek: perWeek(notify) };
}

function countIncidents(findings: readonly SlotFinding[], threshold: number): number {
  const track = buildIncidentTrack();
  const starts = new Set<number>();
  for (const finding of findings)
    for (const incident of trackFinding(track, finding, threshold)) starts.add(incident.startedAtMs);
  return starts.size;
}

/** The first of ascending thresholds that fits; the last fits always, because nothing is above it. */
function findLowest(thresholds: readonly number[], fits: (threshold: number) => boolean): number {
  let low = 0;
  let high = thresholds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(thresholds[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return thresholds[low] ?? Infinity;
}
