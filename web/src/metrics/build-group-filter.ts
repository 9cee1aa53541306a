import type { ScopeFilterInput } from "../graphql/operations.js";

/** GroupKey is the key of a group in an answer: a value for each dimension it was split by. */
export type GroupKey = readonly { readonly dimension: string; readonly id: string | null }[];

/** GroupFilter is what one group of an answer is filtered by, and the currency of its money. */
export interface GroupFilter {
  readonly filter: ScopeFilterInput;
  readonly currency?: string;
}

const filterOf: Readonly<Record<string, keyof ScopeFilterInput>> = {
  CLIENT: "clients",
  BRAND: "brands",
  REGION: "regions",
  STORE: "stores",
  CHANNEL: "channels",
  PARTNER: "partners",
  WORKFLOW: "workflows",
  STEP: "steps",
  SOURCE: "sources",
  MEASURE: "measures",
  CHANGE: "changes",
  OUTCOME: "outcomes",
  ERROR_CLASS: "errorClasses",
  EXCEPTION_CLASS: "exceptionClasses",
};

/**
 * buildGroupFilter narrows the filter of a question to one group of its answer, so that the same number can be asked for alone. Null when a
 * dimension cannot be filtered by (a policy, a target, no region): then the number has no question of its own.
 */
export function buildGroupFilter(filter: ScopeFilterInput, key: GroupKey): GroupFilter | null {
  const narrowed: ScopeFilterInput = { ...filter };
  let currency: string | undefined;
  for (const { dimension, id } of key) {
    const name = dimension.toUpperCase();
    if (name === "CURRENCY") {
      currency = id ?? "";
      continue;
    }
    const field = filterOf[name];
    // What happened in no store has no region, and no filter by region finds it.
    if (field === undefined || (field === "regions" && (id ?? "") === "")) return null;
    Object.assign(narrowed, { [field]: [id ?? ""] });
  }
  return currency === undefined || currency === "" ? { filter: narrowed } : { filter: narrowed, currency };
}
