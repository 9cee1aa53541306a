/** AssumptionRule says what an assumption means and what holds while nobody stated it; `standard` null = nothing holds. */
export interface AssumptionRule {
  readonly name: string;
  readonly title: string;
  readonly unit: "weight" | "money" | "seconds" | "minutes" | "money_per_hour" | "money_per_day" | "ratio" | "per_1000";
  readonly standard: number | null;
}

const rule = (name: string, title: string, unit: AssumptionRule["unit"], standard: number | null): AssumptionRule => ({
  name,
  title,
  unit,
  standard,
});

/** ASSUMPTION_RULES is everything figures are computed with that no event can tell. */
export const ASSUMPTION_RULES = [
  rule("severity_weight_money", "Weight of money in the severity of an exception", "weight", 0.4),
  rule("severity_weight_compliance", "Weight of compliance in the severity of an exception", "weight", 0.3),
  rule("severity_weight_partner", "Weight of the impact on partners in the severity of an exception", "weight", 0.2),
  rule("severity_weight_age", "Weight of age in the severity of an exception", "weight", 0.1),
  rule("severity_full_money", "Money from which on the money part of severity is full", "money", 100_000),
  rule("severity_full_age", "Age from which on the age part of severity is full", "seconds", 604_800),
  rule("coverage_floor", "Coverage below which promises are not judged", "ratio", 0.9),
  rule("health_weight_attainment", "Weight of kept promises in the health score", "weight", 0.4),
  rule("health_weight_exceptions", "Weight of exceptions in the health score", "weight", 0.2),
  rule("health_weight_freshness", "Weight of coverage in the health score", "weight", 0.2),
  rule("health_weight_money", "Weight of money at risk in the health score", "weight", 0.2),
  rule(
    "health_worst_exceptions",
    "Exceptions per 1,000 runs at which their part of the health score is 0",
    "per_1000",
    100,
  ),
  rule("minutes_per_touched_run", "Minutes a person spends on a run that was touched", "minutes", null),
  rule("value_baseline_minutes", "Minutes of handling a run took before", "minutes", null),
  rule("value_hourly_rate", "Cost of an hour of handling", "money_per_hour", null),
  rule("value_baseline_leakage", "Leakage before, as a share of net sales", "ratio", null),
  rule("value_baseline_stockout", "Stock-out rate before", "ratio", null),
  rule("value_stockout_loss", "Loss of an hour in which an article is out of stock in a store", "money_per_hour", null),
  rule("value_service_cost", "Cost of the service", "money_per_day", null),
] as const satisfies readonly AssumptionRule[];

/** Assumption is what a person stated: a range, because nobody knows better; `currency` of those in money. */
export interface Assumption {
  readonly name: string;
  /** '' = holds for every client without one of its own. */
  readonly client: string;
  readonly low: number;
  readonly high: number;
  readonly currency: string;
  readonly effectiveAt: Date;
  readonly note: string;
}

/** MetricAssumptions finds what figures are computed with. */
export interface MetricAssumptions {
  /** find returns what holds for a client ('' = the tenant), or undefined when nobody stated it and there is no standard. */
  find(name: string, client: string): Pick<Assumption, "low" | "high" | "currency"> | undefined;
}

/** buildAssumptions chooses, of what was stated, the newest in force at `asOf`: that of the client, else that of the tenant, else the standard. */
export function buildAssumptions(stated: readonly Assumption[], asOf: Date): MetricAssumptions {
  const inForce = stated
    .filter((each) => each.effectiveAt <= asOf)
    .sort((a, b) => b.effectiveAt.getTime() - a.effectiveAt.getTime());
  return {
    find(name, client) {
      const chosen =
        inForce.find((each) => each.name === name && each.client === client) ??
        inForce.find((each) => each.name === name && each.client === "");
      if (chosen !== undefined) return chosen;
      const standard = ASSUMPTION_RULES.find((each) => each.name === name)?.standard ?? null;
      return standard === null ? undefined : { low: standard, high: standard, currency: "" };
    },
  };
}
