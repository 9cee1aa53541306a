/** RuleMetric is what a rule must know of a metric. */
export interface RuleMetric {
  /** What it can be grouped by, in lower case. */
  readonly dimensions: readonly string[];
  /** Whether it divides counted cases, as a burn rate needs. */
  readonly isRatio: boolean;
}

/** AlertRuleKnowledge is what a rule is checked against. */
export interface AlertRuleKnowledge {
  /** findMetric gives a metric of the catalogue; undefined when there is none of that id. */
  readonly findMetric: (id: string) => RuleMetric | undefined;
}
