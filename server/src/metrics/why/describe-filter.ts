import type { ReachFilter } from "../../scope/reach.js";

const WORDS: Readonly<Record<string, string>> = {
  clients: "client",
  brands: "brand",
  regions: "region",
  stores: "store",
  channels: "channel",
  partners: "partner",
  workflows: "workflow",
  steps: "step",
  sources: "source",
  measures: "measure",
  changes: "change",
  outcomes: "outcome",
  errorClasses: "error class",
  exceptionClasses: "exception class",
};
const MAX_NAMED = 10;

/** describeFilter says in words what a filter keeps, one text a condition, such as `store 0117, 0118`; nothing when it keeps everything. */
export function describeFilter(filter: ReachFilter): string[] {
  const words: string[] = [];
  for (const [name, ids] of Object.entries(filter)) {
    if (name === "attributes" || !Array.isArray(ids)) continue;
    words.push(`${WORDS[name] ?? name} ${describeIds(ids.map(String))}`);
  }
  for (const { name, value } of filter.attributes ?? []) words.push(`${name} = ${value}`);
  return words;
}

function describeIds(ids: readonly string[]): string {
  if (ids.length === 0) return "none";
  const named = ids.slice(0, MAX_NAMED).join(", ");
  return ids.length > MAX_NAMED ? `${named} and ${ids.length - MAX_NAMED} more` : named;
}
