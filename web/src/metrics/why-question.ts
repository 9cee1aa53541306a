import type { Comparison, ScopeFilterInput } from "../graphql/operations.js";
import { presetRanges } from "../time-range/preset-ranges.js";
import type { TimeRange } from "../time-range/time-range.js";

/** WhyQuestion names one number: its metric and what it was filtered by; without `range` it is that of the page. */
export interface WhyQuestion {
  readonly metric: string;
  readonly filter: ScopeFilterInput;
  readonly range?: TimeRange;
  readonly compareTo?: Comparison;
  readonly currency?: string;
}

const filterKeys = [
  ...["clients", "brands", "regions", "stores", "channels", "partners", "workflows", "steps", "sources"],
  ...["measures", "changes", "outcomes", "errorClasses", "exceptionClasses"],
] as const satisfies readonly (keyof ScopeFilterInput)[];
const comparisons: Readonly<Record<string, Comparison>> = { before: "PREVIOUS_PERIOD", year: "SAME_PERIOD_LAST_YEAR" };
const attributePrefix = "attribute.";

/** writeWhy writes a number for the address: `sla_attainment~clients:northmart~workflows:price-sync~range:7d`. */
export function writeWhy(question: WhyQuestion): string {
  const { filter, range } = question;
  const parts = [question.metric];
  for (const key of filterKeys) {
    const ids = filter[key];
    if (ids !== undefined && ids !== null && ids.length > 0) parts.push(`${key}:${ids.map(encode).join(",")}`);
  }
  for (const { name, value } of filter.attributes ?? [])
    parts.push(`${attributePrefix}${encodeName(name)}:${encode(value)}`);
  if (range?.kind === "preset") parts.push(`range:${range.preset}`);
  if (range?.kind === "fixed") parts.push(`from:${range.from}`, `to:${range.to}`);
  const compare = Object.keys(comparisons).find((word) => comparisons[word] === question.compareTo);
  if (compare !== undefined) parts.push(`compare:${compare}`);
  if (question.currency !== undefined) parts.push(`currency:${encode(question.currency)}`);
  return parts.join("~");
}

/** readWhy reads a number from the address; null when the text names none. Parts it does not know are left out. */
export function readWhy(text: string | undefined): WhyQuestion | null {
  const [metric = "", ...parts] = text?.split("~") ?? [];
  if (!/^[a-z0-9_]+$/.test(metric)) return null;
  const filter: ScopeFilterInput = {};
  const rest = new Map<string, string>();
  for (const part of parts) {
    const [name = "", value = ""] = splitOnce(part);
    const key = filterKeys.find((known) => known === name);
    if (key !== undefined) Object.assign(filter, { [key]: value.split(",").map(decode) });
    else if (name.startsWith(attributePrefix))
      filter.attributes = [
        ...(filter.attributes ?? []),
        { name: decode(name.slice(attributePrefix.length)), value: decode(value) },
      ];
    else rest.set(name, decode(value));
  }
  const range = readWhyRange(rest);
  const compareTo = comparisons[rest.get("compare") ?? ""];
  const currency = rest.get("currency");
  return {
    metric,
    filter,
    ...(range === undefined ? {} : { range }),
    ...(compareTo === undefined ? {} : { compareTo }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function readWhyRange(parts: ReadonlyMap<string, string>): TimeRange | undefined {
  const [from, to] = [parts.get("from"), parts.get("to")];
  if (from !== undefined && to !== undefined && Date.parse(from) < Date.parse(to)) return { kind: "fixed", from, to };
  const preset = presetRanges.find(({ id }) => id === parts.get("range"));
  return preset === undefined ? undefined : { kind: "preset", preset: preset.id };
}

function splitOnce(part: string): readonly string[] {
  const at = part.indexOf(":");
  return at === -1 ? [part] : [part.slice(0, at), part.slice(at + 1)];
}

function encode(id: string): string {
  return id.replaceAll("%", "%25").replaceAll("~", "%7E").replaceAll(",", "%2C");
}

function encodeName(name: string): string {
  return encode(name).replaceAll(":", "%3A");
}

function decode(id: string): string {
  return id.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%7E", "~").replaceAll("%25", "%");
}
