import { DateTime } from "luxon";

/** QuarterChoice is a quarter one can ask a report of. */
export interface QuarterChoice {
  readonly value: string;
  readonly words: string;
}

const count = 6;

/** listQuarters returns the quarter that runs now in a zone, and those before it, newest first. */
export function listQuarters(now: Date, timeZone: string): QuarterChoice[] {
  const start = DateTime.fromJSDate(now, { zone: timeZone }).startOf("quarter");
  return Array.from({ length: count }, (_, index) => {
    const quarter = start.minus({ months: index * 3 });
    const words = `Q${quarter.quarter} ${quarter.year}`;
    return { value: `${quarter.year}-Q${quarter.quarter}`, words: index === 0 ? `${words} so far` : words };
  });
}
