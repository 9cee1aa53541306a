import type { SlaPolicyVersion } from "@watchfloor/sql";
import { buildClocks, type ClockPlan } from "../clocks/build-clocks.js";
import { buildPolicyLadder, type PolicyRung } from "../policies/build-policy-ladder.js";
import type { SlaBook } from "../sla-book.js";

/** PromiseRules is a book made ready to decide about runs: what the SQL of a promise is built from. */
export interface PromiseRules {
  readonly ladder: readonly PolicyRung[];
  /** The versions that are ever in force; the first has the number 1. */
  readonly policies: readonly SlaPolicyVersion[];
  readonly plan: ClockPlan;
  readonly stores: SlaBook["stores"];
  readonly calendars: SlaBook["calendars"];
  /** The number of the whole book (`numberBook`), where rows may have been decided by it when they were written. */
  readonly book?: string;
}

/** buildPromiseRules makes a book ready; undefined when no policy of it is ever in force, so that deadlines alone decide. */
export function buildPromiseRules(book: SlaBook): PromiseRules | undefined {
  const ladder = buildPolicyLadder(book.policies);
  const steps = ladder.flatMap(({ keys }) => keys.flatMap((key) => key.steps));
  const policies = [...new Set(steps.flatMap(({ policy }) => (policy === undefined ? [] : [policy])))];
  if (policies.length === 0) return undefined;
  return { ladder, policies, plan: buildClocks({ ...book, policies }), stores: book.stores, calendars: book.calendars };
}

/** NO_RULES are those of a tenant without policies. */
export const NO_RULES: PromiseRules = {
  ladder: [],
  policies: [],
  plan: { calendars: [""], rungs: [], factors: [], clocks: [] },
  stores: [],
  calendars: [],
};
