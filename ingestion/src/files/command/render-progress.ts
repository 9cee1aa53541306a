import type { ImportCount } from "../import-count.js";

/** ImportPace is what an estimate needs besides the count: bytes of the file, and the time this run took so far. */
export interface ImportPace {
  readonly totalBytes: number;
  readonly elapsedMs: number;
}

/** Earlier, the first bytes say little about the rest. */
const ESTIMATE_AFTER_MS = 2_000;

/**
 * renderProgress writes one line: rows, events, events a second of this run, percent of the file's bytes and, from them, the time
 * left. Bytes are read ahead of the rows, and rows of a group are sent at the end: both make the estimate a little short.
 */
export function renderProgress(count: ImportCount, { totalBytes, elapsedMs }: ImportPace, earlierEvents = 0): string {
  const parts = [`${write(count.rows)} rows`, `${write(count.durable)} events`];
  if (elapsedMs > 0) parts.push(`${write(Math.round(((count.durable - earlierEvents) * 1000) / elapsedMs))} events/s`);
  const share = totalBytes > 0 ? Math.min(1, count.bytes / totalBytes) : 0;
  if (totalBytes > 0) parts.push(`${Math.floor(share * 100)} % of ${renderBytes(totalBytes)}`);
  if (share > 0 && share < 1 && elapsedMs >= ESTIMATE_AFTER_MS)
    parts.push(`about ${renderSeconds((elapsedMs * (1 - share)) / share / 1000)} left`);
  return parts.join(", ");
}

function renderBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? "B"}`;
}

function renderSeconds(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function write(number: number): string {
  return number.toLocaleString("en");
}
