import type { EventPattern, ExpectationRule } from "@watchfloor/dashboards";

/** TimedRule is one version of a rule, in force for events from `fromMs` (inclusive) to `toMs` (exclusive). */
export interface TimedRule {
  readonly rule: ExpectationRule;
  readonly fromMs: number;
  readonly toMs: number;
}

/** RuleSide says how an event that fits a pattern takes part in an obligation. */
export type RuleSide = "expect" | "answer" | "cancel";

/** RuleMatcher is one pattern of one version of a rule. */
export interface RuleMatcher extends TimedRule {
  readonly side: RuleSide;
  readonly pattern: EventPattern;
}
