import { formatDecimals } from "./format-number.js";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** formatDuration renders seconds with the two largest units that matter: 850 ms, 48 s, 2 min 10 s, 1 h 20 min, 1 d 2 h. */
export function formatDuration(seconds: number): string {
  if (seconds < 0) return `-${formatDuration(-seconds)}`;
  if (seconds === 0) return "0 s";
  if (seconds < 1) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 10 && !Number.isInteger(seconds)) return `${formatDecimals(seconds, 1)} s`;
  const rounded = Math.round(seconds);
  if (rounded < minute) return `${rounded} s`;
  if (rounded < hour) return join(Math.floor(rounded / minute), "min", rounded % minute, "s");
  const minutes = Math.round(seconds / minute);
  if (minutes < 24 * 60) return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(seconds / hour);
  if (seconds < 100 * day) return join(Math.floor(hours / 24), "d", hours % 24, "h");
  return `${Math.round(seconds / day)} d`;
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
