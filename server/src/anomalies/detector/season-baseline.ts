const HOURS_PER_DAY = 24;
const HOURS_PER_WEEK = 168;
/** Six weeks of hourly medians. */
const RING_HOURS = 42 * HOURS_PER_DAY;
const DAYS = 14;
const WEEKS = 6;
/** A median of one is no season. */
const MIN_MEMBERS = 2;
/** 1970-01-01 was a Thursday: hours since then, three days later a Monday begins. */
const THURSDAY = 3;
const ERROR_GAIN = 0.02;
const SPREAD_GAIN = 0.005;
/** Of a normal error 95 % lie within 1.96 deviations, which are 2.456 mean absolute errors. */
const RANGE_OF_SPREAD = 2.456;
const FEW_HOUR_VALUES = 64;

/** SEASONS: what an hour is compared with. */
export const SEASONS = ["hour-of-day", "day-type", "hour-of-week"] as const;
/** Season is one of `SEASONS`. */
export type Season = (typeof SEASONS)[number];

/** SeasonBaseline is what is usual for an hour: medians of six weeks, and how well each season foretold them. Plain data. */
export interface SeasonBaseline {
  readonly medians: Float32Array;
  readonly errors: Float64Array;
  readonly tries: Uint16Array;
  /** What each season expects of the hour that runs; NaN = it does not know. */
  readonly expected: Float64Array;
  readonly hourValues: Float64Array;
  hourCount: number;
  /** Local hours since 1970; -1 before the first value. */
  hour: number;
  /** The season that was least wrong; -1 while none knows. */
  best: number;
  spread: number;
  spreadCount: number;
}

/** SeasonalRange is where 95 of 100 values of this hour lie, and which season says so. */
export interface SeasonalRange {
  readonly season: Season;
  readonly center: number;
  readonly low: number;
  readonly high: number;
}

/** buildSeasonBaseline returns a baseline that knows nothing. */
export function buildSeasonBaseline(): SeasonBaseline {
  return {
    medians: new Float32Array(RING_HOURS).fill(Number.NaN),
    errors: new Float64Array(SEASONS.length),
    tries: new Uint16Array(SEASONS.length),
    expected: new Float64Array(SEASONS.length).fill(Number.NaN),
    hourValues: new Float64Array(FEW_HOUR_VALUES),
    ...{ hourCount: 0, hour: -1, best: -1, spread: 0, spreadCount: 0 },
  };
}

/** openHour tells the baseline which local hour it is; hours end when a later one begins, and an hour that a clock repeats goes on. */
export function openHour(baseline: SeasonBaseline, hour: number): void {
  if (hour <= baseline.hour) return;
  if (baseline.hour >= 0) closeHour(baseline, hour);
  baseline.hour = hour;
  baseline.hourCount = 0;
  for (let season = 0; season < SEASONS.length; season += 1)
    baseline.expected[season] = computeExpected(baseline.medians, hour, season);
  baseline.best = findBest(baseline);
}

/** readSeasonalRange returns what is usual for the hour that runs, by the season that was least wrong; undefined while none knows. */
export function readSeasonalRange({ best, expected, spread }: SeasonBaseline): SeasonalRange | undefined {
  const season = SEASONS[best];
  const center = expected[best];
  if (season === undefined || center === undefined) return undefined;
  const reach = RANGE_OF_SPREAD * spread;
  return { season, center, low: center - reach, high: center + reach };
}

/** learnSeason adds a value of the hour that runs. */
export function learnSeason(baseline: SeasonBaseline, value: number): void {
  if (baseline.hourCount < FEW_HOUR_VALUES) {
    baseline.hourValues[baseline.hourCount] = value;
    baseline.hourCount += 1;
  }
  const center = baseline.expected[baseline.best];
  if (center === undefined) return;
  const error = Math.abs(value - center);
  baseline.spreadCount += 1;
  const isYoung = baseline.spreadCount <= 1 / SPREAD_GAIN;
  const kept = isYoung ? error : Math.min(error, 6 * baseline.spread);
  baseline.spread += (isYoung ? 1 / baseline.spreadCount : SPREAD_GAIN) * (kept - baseline.spread);
}

function findBest(baseline: SeasonBaseline): number {
  let best = -1;
  for (let season = 0; season < SEASONS.length; season += 1) {
    if (Number.isNaN(baseline.expected[season])) continue;
    if (best === -1 || readError(baseline, season) < readError(baseline, best)) best = season;
  }
  return best;
}

/** A season that was not tried yet has no error to be preferred for. */
function readError(baseline: SeasonBaseline, season: number): number {
  return (baseline.tries[season] ?? 0) === 0 ? Infinity : (baseline.errors[season] ?? 0);
}

function closeHour(baseline: SeasonBaseline, next: number): void {
  const { medians, hour } = baseline;
  const median =
    baseline.hourCount === 0 ? Number.NaN : computeMedian(baseline.hourValues.slice(0, baseline.hourCount));
  if (!Number.isNaN(median)) learnErrors(baseline, median);
  medians[hour % RING_HOURS] = median;
  for (let missing = Math.max(hour + 1, next - RING_HOURS); missing < next; missing += 1)
    medians[missing % RING_HOURS] = Number.NaN;
}

function learnErrors(baseline: SeasonBaseline, median: number): void {
  for (let season = 0; season < SEASONS.length; season += 1) {
    const expected = baseline.expected[season] ?? Number.NaN;
    if (Number.isNaN(expected)) continue;
    const tries = Math.min((baseline.tries[season] ?? 0) + 1, 65_535);
    baseline.tries[season] = tries;
    const known = baseline.errors[season] ?? 0;
    baseline.errors[season] = known + Math.max(ERROR_GAIN, 1 / tries) * (Math.abs(median - expected) - known);
  }
}

/** TRICKY: the place of the hour that begins still holds the median of six weeks ago, and that one belongs to its season. */
function computeExpected(medians: Float32Array, hour: number, season: number): number {
  const members: number[] = [];
  const add = (earlier: number) => {
    const median = earlier < 0 ? Number.NaN : (medians[earlier % RING_HOURS] ?? Number.NaN);
    if (!Number.isNaN(median)) members.push(median);
  };
  if (SEASONS[season] === "hour-of-week")
    for (let week = 1; week <= WEEKS; week += 1) add(hour - week * HOURS_PER_WEEK);
  else
    for (let day = 1; day <= DAYS; day += 1) {
      const earlier = hour - day * HOURS_PER_DAY;
      if (SEASONS[season] === "hour-of-day" || isWeekend(earlier) === isWeekend(hour)) add(earlier);
    }
  return members.length < MIN_MEMBERS ? Number.NaN : computeMedian(Float64Array.from(members));
}

function isWeekend(hour: number): boolean {
  return (Math.floor(hour / HOURS_PER_DAY) + THURSDAY) % 7 >= 5;
}

function computeMedian(values: Float64Array): number {
  values.sort();
  const middle = values.length >> 1;
  const upper = values[middle] ?? Number.NaN;
  return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? 0) + upper) / 2;
}
