import { createContext, useContext } from "react";
import type { CatalogMetric } from "../../../metrics/catalog-query.js";
import type { EffectiveTerms } from "../rule/render-term.js";
import type { RuleDraft } from "../definition/rule-draft.js";
import type { RuleFault } from "../editor/describe-fault.js";

/** RuleForm is what the fields of a rule share: what is written, what is wrong with it, and how to change it. */
export interface RuleForm {
  readonly draft: RuleDraft;
  readonly faults: readonly RuleFault[];
  /** terms is how long things take in effect; empty while the rule has faults. */
  readonly terms: readonly EffectiveTerms[];
  readonly catalog: readonly CatalogMetric[];
  readonly isNew: boolean;
  /** change sets fields; undefined takes one out. */
  readonly change: (part: RuleDraft) => void;
}

/** RuleFormContext carries the form to its fields. */
export const RuleFormContext = createContext<RuleForm | null>(null);

/** useRuleForm answers the form; only for fields below it. */
export function useRuleForm(): RuleForm {
  const form = useContext(RuleFormContext);
  if (form === null) throw new Error("useRuleForm needs a form above it");
  return form;
}
