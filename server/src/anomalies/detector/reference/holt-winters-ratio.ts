const LEVEL_GAIN = 0.3;
const TREND_GAIN = 0.02;
const SEASON_GAIN = 0.1;
const ERROR_GAIN = 0.005;
const ERROR_FLOOR = 0.005;

/**
 * buildHoltWintersRatio returns a scorer for comparison: the error of additive Holt-Winters smoothing with a season of a day, as a multiple of
 * its running mean.
 */
export function buildHoltWintersRatio(slotsPerDay: number): (value: number, slot: number) => number {
  const season = new Float64Array(slotsPerDay);
  let level: number | undefined;
  let trend = 0;
  let usual = 0;
  let count = 0;
  return (value, slot) => {
    const before = level ?? value;
    const usualOfSlot = season[slot] ?? 0;
    const expected = before + trend + usualOfSlot;
    const size = Math.abs(value - expected);
    const floor = usual + ERROR_FLOOR * Math.abs(expected);
    count += 1;
    level = LEVEL_GAIN * (value - usualOfSlot) + (1 - LEVEL_GAIN) * (before + trend);
    trend += TREND_GAIN * (level - before - trend);
    season[slot] = usualOfSlot + SEASON_GAIN * (value - level - usualOfSlot);
    usual += Math.max(ERROR_GAIN, 1 / count) * (size - usual);
    return floor > 0 ? size / floor : 0;
  };
}
