import type { ScopeFilterInput } from "../../../graphql/operations.js";
import type { IncidentStory } from "./incident-query.js";

/** RuleFacts is what of a rule the page about one of its incidents needs; what a kind of rule does not have is null. */
export interface RuleFacts {
  readonly windowSeconds: number | null;
  readonly againstSeconds: number | null;
  readonly forSeconds: number | null;
  readonly op: string | null;
  readonly objective: number | null;
  /** What the rule is narrowed to itself. */
  readonly filter: ScopeFilterInput;
}

const lists = [
  ...["clients", "brands", "regions", "stores", "channels", "partners", "workflows", "steps", "sources"],
  ...["measures", "outcomes", "errorClasses", "exceptionClasses"],
] as const satisfies readonly (keyof ScopeFilterInput)[];

/** readRuleFacts reads the definition of a rule; what cannot be read is left out. */
export function readRuleFacts(rule: Pick<NonNullable<IncidentStory["rule"]>, "definition"> | null): RuleFacts {
  const definition = readRecord(parse(rule?.definition ?? ""));
  const number = (name: string): number | null => readNumber(definition, name);
  const narrowed = readRecord(definition["filter"]);
  const filter: ScopeFilterInput = {};
  for (const name of lists) {
    const ids = narrowed[name];
    if (Array.isArray(ids)) filter[name] = ids.filter((id) => typeof id === "string");
  }
  return {
    ...{ windowSeconds: number("windowSeconds"), forSeconds: number("forSeconds"), objective: number("objective") },
    againstSeconds: number("againstSeconds") ?? number("usualSeconds"),
    op: typeof definition["op"] === "string" ? definition["op"] : null,
    filter,
  };
}

/** readRecord takes anything for an object; what is none is an empty one. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** readNumber takes a number out of an object; null where there is none. */
export function readNumber(record: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = record[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** readJson reads JSON text as an object; an empty one where it is none. */
export function readJson(text: string): Readonly<Record<string, unknown>> {
  return readRecord(parse(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
