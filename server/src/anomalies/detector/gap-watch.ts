import { START_THRESHOLDS } from "./anomaly-detector.js";

const HOURS = 24;
/** A month of one hour's slots. */
const FORGET_AFTER = 30 * 12;
/** Before an hour of the day has been watched for a week, a gap in it says nothing. */
const KNOWN_AFTER = 7 * 12;
/** Score of a gap whose chance is 1 in 100,000: the start threshold of a tail score. */
const SCORE_PER_RARITY = START_THRESHOLDS.tail / 5;

/**
 * GapWatch is what is remembered of a series in which little happens: how likely a slot of each hour has an event, and how unlikely the gap
 * is that runs. Plain data.
 */
export interface GapWatch {
  readonly chances: Float64Array;
  readonly tries: Uint16Array;
  rarity: number;
}

/** buildGapWatch returns a watch that knows nothing. */
export function buildGapWatch(): GapWatch {
  return { chances: new Float64Array(HOURS), tries: new Uint16Array(HOURS), rarity: 0 };
}

/**
 * watchGap adds a slot in which the feed was alive, and returns the score of the gap that it ends or continues: that of the start threshold = a gap of 1 in 100,000.
 * Slots are taken as independent, each with the chance its hour of the day had so far.
 */
export function watchGap(watch: GapWatch, hourOfDay: number, hasEvent: boolean): number {
  const tries = Math.min((watch.tries[hourOfDay] ?? 0) + 1, 65_535);
  const chance = watch.chances[hourOfDay] ?? 0;
  if (hasEvent) watch.rarity = 0;
  else if (tries > KNOWN_AFTER) watch.rarity += -Math.log10(Math.max(1 - chance, 1e-6));
  watch.tries[hourOfDay] = tries;
  watch.chances[hourOfDay] = chance + ((hasEvent ? 1 : 0) - chance) / Math.min(tries, FORGET_AFTER);
  return watch.rarity * SCORE_PER_RARITY;
}
