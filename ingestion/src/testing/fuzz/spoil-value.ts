import { GARBAGE, pick } from "./build-fuzzed-body.js";

/** spoilValue replaces one value somewhere in a JSON value by garbage. */
export function spoilValue(value: unknown, random: () => number, depth = 0): unknown {
  if (typeof value !== "object" || value === null || (depth > 0 && random() < 0.12)) return pick(GARBAGE, random);
  const chosen = pick(Object.keys(value), random);
  const spoil = (item: unknown, name: string) => (name === chosen ? spoilValue(item, random, depth + 1) : item);
  if (Array.isArray(value)) return value.map((item, index) => spoil(item, String(index)));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, spoil(item, name)]));
}
