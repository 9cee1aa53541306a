/** A slot of the day is learned from its first visits and then forgets slowly: 0.1 is about ten days. */
const SLOT_GAIN = 0.1;

/** SeasonalForecast expects the level of a moment ago and what is usual for the slot of the day beside it. Plain data. */
export interface SeasonalForecast {
  readonly slots: Float64Array;
  readonly visits: Uint16Array;
  level: number;
  isStarted: boolean;
}

/** buildSeasonalForecast returns a forecast that knows nothing, for so many slots a day. */
export function buildSeasonalForecast(slotsPerDay: number): SeasonalForecast {
  return { slots: new Float64Array(slotsPerDay), visits: new Uint16Array(slotsPerDay), level: 0, isStarted: false };
}

/** readForecast returns what is expected in a slot of the day, or undefined before the first value. */
export function readForecast(forecast: SeasonalForecast, slot: number): number | undefined {
  return forecast.isStarted ? forecast.level + (forecast.slots[slot] ?? 0) : undefined;
}

/** learnForecast lets a value of a slot change the level by `levelGain` of its error, and then the slot. */
export function learnForecast(forecast: SeasonalForecast, slot: number, value: number, levelGain: number): void {
  const { slots, visits } = forecast;
  if (!forecast.isStarted) {
    forecast.level = value;
    forecast.isStarted = true;
  }
  const usual = slots[slot] ?? 0;
  forecast.level += levelGain * (value - forecast.level - usual);
  const times = Math.min((visits[slot] ?? 0) + 1, 65_535);
  visits[slot] = times;
  slots[slot] = usual + Math.max(SLOT_GAIN, 1 / times) * (value - forecast.level - usual);
}
