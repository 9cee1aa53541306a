const DAY_MS = 86_400_000;

let lastDay = Number.NaN;
let lastText = "";

/** renderDay is the UTC day of an instant, as `2026-06-01`. The last answer is kept: most events are of one day. */
export function renderDay(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  if (day !== lastDay) {
    lastText = new Date(day * DAY_MS).toISOString().slice(0, 10);
    lastDay = day;
  }
  return lastText;
}
