/** ONSET_POINTS: six hours on a 5-minute grid. */
export const ONSET_POINTS = 72;

/** keepOnsets keeps a score only where it is above everything in the points before it; all else is 0. */
export function keepOnsets(scores: readonly number[], points: number = ONSET_POINTS): number[] {
  return scores.map((score, at) => {
    for (let before = Math.max(0, at - points); before < at; before += 1) if ((scores[before] ?? 0) >= score) return 0;
    return score;
  });
}
