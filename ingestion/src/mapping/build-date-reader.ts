import type { Expression } from "@watchfloor/dashboards";
import { DateTime } from "luxon";
import type { Reader, ReaderContext } from "./reader.js";
import { RowFault } from "./row-fault.js";

/** Files repeat their dates: remembering them makes an import several times faster. */
const REMEMBERED = 20_000;

/** buildDateReader reads instants by the first format that fits, in the zone of the expression or of the mapping. */
export function buildDateReader(
  options: Extract<Expression, { date: Expression }>,
  inner: Reader,
  context: ReaderContext,
): Reader {
  const { formats, endOfDay = false, optional = false } = options;
  const zone = options.timeZone ?? context.timeZone;
  const remembered = new Map<string, Date | null>();
  return (row) => {
    const value = inner(row);
    if (value === undefined || value instanceof Date) return value;
    const text = String(value);
    let found = remembered.get(text);
    if (found === undefined) {
      found = parse(text, { formats, zone, endOfDay });
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(text, found);
    }
    if (found !== null) return found;
    const detail = `"${text.slice(0, 80)}" fits none of the date formats ${formats.join(", ")}`;
    if (!optional) throw new RowFault("", detail);
    row.warnings.push(detail);
    return undefined;
  };
}

function parse(text: string, options: { formats: readonly string[]; zone: string; endOfDay: boolean }): Date | null {
  for (const format of options.formats) {
    const at = read(text, format, options.zone);
    if (at.isValid) return (options.endOfDay ? at.endOf("day") : at).toJSDate();
  }
  return null;
}

/** What Luxon's tokens cannot say: ISO 8601 in any of its forms, and seconds or milliseconds since 1970. */
const FORMATS: Readonly<Record<string, (text: string, zone: string) => DateTime>> = {
  iso: (text, zone) => DateTime.fromISO(text, { zone }),
  unix: (text, zone) => DateTime.fromSeconds(readEpoch(text), { zone }),
  "unix-ms": (text, zone) => DateTime.fromMillis(readEpoch(text), { zone }),
};

function read(text: string, format: string, zone: string): DateTime {
  return FORMATS[format]?.(text, zone) ?? DateTime.fromFormat(text, format, { zone, locale: "en-US" });
}

function readEpoch(text: string): number {
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
