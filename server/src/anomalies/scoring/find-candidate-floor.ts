import { START_THRESHOLDS, type ScoreForm } from "../detector/anomaly-detector.js";

/** A quiet class is not filled up with noise: three quarters of the start threshold is as low as a threshold goes. */
const LOWEST_SHARE = 0.75;

const FLOORS: Record<ScoreForm, number> = {
  tail: START_THRESHOLDS.tail * LOWEST_SHARE,
  ratio: START_THRESHOLDS.ratio * LOWEST_SHARE,
};

/** findCandidateFloor returns the score below which no finding can matter to any threshold. */
export function findCandidateFloor(form: ScoreForm): number {
  return FLOORS[form];
}
