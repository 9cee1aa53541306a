const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

let lastText = "";
let lastInstant: number | undefined;

/**
 * readInstant returns milliseconds since 1970 of an RFC 3339 text with zone, or undefined when it is not one.
 * Digits below the millisecond are cut. Days that do not exist (30 February) are refused, which Date.parse lets pass.
 */
export function readInstant(text: string): number | undefined {
  // The time of one event is read at several stations: the last answer is kept.
  if (text !== lastText) {
    lastInstant = parseInstant(text);
    lastText = text;
  }
  return lastInstant;
}

const DAY_MS = 86_400_000;
let lastDay = "";
let lastDayMs = 0;

function parseInstant(text: string): number | undefined {
  const isSameDay = text.length === 24 && text.startsWith(lastDay) && lastDay !== "";
  return (isSameDay ? parseTime(text) : undefined) ?? parseAny(text);
}

/** The usual form, UTC with milliseconds, of a day that was read before; anything else is left to `parseAny`. */
function parseTime(text: string): number | undefined {
  if (text[10] !== "T" || text[13] !== ":" || text[16] !== ":" || text[19] !== "." || text[23] !== "Z")
    return undefined;
  const [hour, minute, second] = [readDigits(text, 11, 2), readDigits(text, 14, 2), readDigits(text, 17, 2)];
  const millisecond = readDigits(text, 20, 3);
  if (!(hour < 24 && minute < 60 && second < 60 && millisecond < 1000)) return undefined;
  return lastDayMs + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** Digits at a place as a number, NaN when one is none. */
function readDigits(text: string, from: number, count: number): number {
  let value = 0;
  for (let index = from; index < from + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

function parseAny(text: string): number | undefined {
  const parts = RFC_3339.exec(text);
  if (parts === null) return undefined;
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (day > (DAYS_IN_MONTH[month - 1] ?? 0) || Number(parts[4]) > 23) return undefined;
  if (month === 2 && day === 29 && !isLeapYear(Number(parts[1]))) return undefined;
  const at = Date.parse(text.length === 20 || text[10] === "T" ? text : text.replace(/[ t]/, "T").toUpperCase());
  if (Number.isNaN(at)) return undefined;
  if (text.endsWith("Z")) {
    lastDay = text.slice(0, 10);
    lastDayMs = Math.floor(at / DAY_MS) * DAY_MS;
  }
  return at;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
