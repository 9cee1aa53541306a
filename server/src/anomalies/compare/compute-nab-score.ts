/** LabelledScores is one file: a score for each row, and the labelled windows as first and last row. */
export interface LabelledScores {
  readonly scores: readonly number[];
  readonly windows: readonly (readonly [first: number, last: number])[];
}

/** NabScore is 0 for a detector that says nothing and 100 for a perfect one, with the threshold that was best over all files. */
export interface NabScore {
  readonly score: number;
  readonly threshold: number;
  readonly windows: number;
  readonly found: number;
  readonly falseAlerts: number;
}

/** The standard profile. */
const FALSE_ALERT_WEIGHT = 0.11;
const PROBATION_SHARE = 0.15;
const PROBATION_MAX = 750;
const FAR_BEHIND = 3;

interface RatedRow {
  readonly score: number;
  readonly gain: number;
  /** Number of its window; -1 outside. */
  readonly window: number;
}

/**
 * computeNabScore is the score of the Numenta Anomaly Benchmark, standard profile (Lavin and Ahmad, "Evaluating real-time anomaly detection
 * algorithms", 2015; NAB 1.1 `sweeper.py`): the first 15 % of a file (at most 750 rows) do not count; of the alerts within a window the best
 * placed counts, by a sigmoid that favours early ones; a missed window costs 1, a false alert at most 0.11, less shortly behind a window. One
 * threshold for all files: the best one, or the one given.
 */
export function computeNabScore(files: readonly LabelledScores[], given?: number): NabScore {
  const windows = files.reduce((sum, file) => sum + file.windows.length, 0);
  const rows = rateRows(files).sort((a, b) => b.score - a.score);
  const gains = new Float64Array(windows).fill(-1);
  let total = -windows;
  let found = 0;
  let falseAlerts = 0;
  const read = (threshold: number) => ({
    score: windows === 0 ? 0 : (100 * (total + windows)) / (2 * windows),
    ...{ threshold, windows, found, falseAlerts },
  });
  let best = read(Infinity);
  rows.forEach((row, place) => {
    if (row.score <= 0 || (given !== undefined && row.score < given)) return;
    const known = gains[row.window];
    if (known === undefined) {
      total += row.gain;
      falseAlerts += 1;
    } else if (row.gain > known) {
      if (known === -1) found += 1;
      total += row.gain - known;
      gains[row.window] = row.gain;
    }
    const isLastOfScore = rows[place + 1]?.score !== row.score;
    if (isLastOfScore && (given !== undefined || (total + windows) * 100 > best.score * 2 * windows))
      best = read(row.score);
  });
  return given === undefined ? best : { ...read(given) };
}

/** computeSigmoid is NAB's scaled sigmoid: 1 at the front of a window, 0 at its end, -1 far behind. */
function computeSigmoid(position: number): number {
  return position > FAR_BEHIND ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}

function rateRows(files: readonly LabelledScores[]): RatedRow[] {
  let before = 0;
  return files.flatMap(({ scores, windows }) => {
    const rated = scores.map((score, row) => rateRow(score, row, windows, before));
    before += windows.length;
    return rated.slice(Math.min(Math.floor(PROBATION_SHARE * scores.length), PROBATION_MAX));
  });
}

function rateRow(score: number, row: number, windows: LabelledScores["windows"], before: number): RatedRow {
  const inside = windows.findIndex(([first, last]) => row >= first && row <= last);
  const window = windows[inside];
  if (window !== undefined) {
    const [first, last] = window;
    const position = -(last - row + 1) / (last - first + 1);
    return { score, window: before + inside, gain: computeSigmoid(position) / computeSigmoid(-1) };
  }
  const behind = windows.findLast(([, last]) => last < row);
  const position = behind === undefined ? FAR_BEHIND + 1 : (row - behind[1]) / Math.max(1, behind[1] - behind[0]);
  return { score, window: -1, gain: FALSE_ALERT_WEIGHT * computeSigmoid(position) };
}
