const DAY_MS = 86_400_000;
const FIRST_DAYS = 2;
const GROWTH = 4;

/** buildWindows cuts [from, to) into windows, newest first and each four times as long as the one before: a page is nearly always full after the first. */
export function buildWindows(from: Date, to: Date): { from: Date; to: Date }[] {
  const windows: { from: Date; to: Date }[] = [];
  let end = to.getTime();
  for (let days = FIRST_DAYS; end > from.getTime(); days *= GROWTH) {
    const start = Math.max(from.getTime(), end - days * DAY_MS);
    windows.push({ from: new Date(start), to: new Date(end) });
    end = start;
  }
  return windows;
}
