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

function parseInstant(text: string): number | undefined {
  const parts = RFC_3339.exec(text);
  if (parts === null) return undefined;
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (day > (DAYS_IN_MONTH[month - 1] ?? 0)) return undefined;
  if (month === 2 && day === 29 && !isLeapYear(Number(parts[1]))) return undefined;
  const at = Date.parse(text.length === 20 || text[10] === "T" ? text : text.replace(/[ t]/, "T").toUpperCase());
  return Number.isNaN(at) ? undefined : at;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
