import { DEFAULT_LOOKED_AT, LOOKED_AT } from "./derived-formula.js";
import { findMetric, METRIC_CATALOG, readAllTerms, readTerms } from "./metric-catalog.js";
import { isAdditive } from "./ranking/is-additive.js";
import { isProportion } from "./ranking/is-proportion.js";

/** Every id that the design of the catalogue names. */
const DESIGNED = `
runs_started runs_finished runs_open success_rate failure_rate first_pass_rate retry_rate retries dead_letter_rate compensation_rate
throughput duration_p50 duration_p95 duration_p99 age_p50 age_p95 oldest_open automation_rate
step_work_p95 step_wait_p95 step_share step_failure_rate out_of_sequence_rate duplicate_rate late_event_rate rejected_rate ingest_lag_p95
sla_attainment sla_met sla_breached sla_overdue sla_at_risk sla_excluded sla_minutes_over error_budget_remaining burn_rate apdex
propagation_p95 fanout_completeness on_time_rate lateness_p50 lateness_p95 approval_latency_p50 approval_latency_p95 approvals_pending
approval_rejection_rate task_completion_rate task_evidence_rate approval_to_live_p95
exceptions_raised exceptions_open exceptions_resolved exception_rate exceptions_per_1000 exception_resolution_p50 exception_resolution_p95
time_to_acknowledge_p50 exception_age_oldest money_at_risk severity_score recurrence_rate
check_match_rate check_mismatch_rate check_mismatches check_net_delta check_absolute_delta price_conflict_rate inventory_mismatch_rate
listing_discrepancy_rate tax_mismatch_rate refund_mismatch_rate settlement_gap refund_leakage oversell_rate stock_discrepancy
measure_sum measure_avg measure_last measure_p95 stockout_rate queue_depth backlog_age api_error_rate api_latency_p95 api_throttle_rate
net_sales margin_leakage manual_minutes inventory_turns sell_through_variance
promotion_ready_rate deployment_accuracy promotion_cycle_p50 execution_variance_p95 promotions_late targets_missing
posting_delay_p95 posting_completeness unposted_amount reconciliation_breaks
store_dispersion store_rank health_score feed_freshness coverage trace_completeness integration_availability
decisions_made acceptance_rate override_rate model_drift calibration_error detector_false_positive_rate value_delivered
`
  .trim()
  .split(/\s+/);

describe("the catalogue", () => {
  it("has every designed metric", () => {
    expect(DESIGNED.filter((id) => findMetric(id) === undefined)).toEqual([]);
  });

  it("has each id once, in words of its own", () => {
    const ids = METRIC_CATALOG.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of METRIC_CATALOG) expect(id).toMatch(/^[a-z][a-z0-9_]+$/);
    const titles = METRIC_CATALOG.map(({ title }) => title);
    expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
  });

  it.each(METRIC_CATALOG.map((metric) => [metric.id, metric] as const))("%s says all that people need", (_, metric) => {
    for (const text of [metric.meaning, metric.formulaWords]) expect(text).toMatch(/^[A-Z0-9(].{10,}\.$/s);
    expect(metric.meaning.split(". ")).toHaveLength(1);
    expect(metric.dimensions.length).toBeGreaterThan(0);
    expect(new Set(metric.dimensions).size).toBe(metric.dimensions.length);
    expect(metric.decimals).toBeGreaterThanOrEqual(0);
    if (metric.unit === "money" && metric.formula.form !== "derived") expect(metric.splitBy).toContain("CURRENCY");
    if (metric.splitBy !== undefined) expect(metric.dimensions).toEqual(expect.arrayContaining([...metric.splitBy]));
  });

  it("derives metrics only from those there are, which offer what the derived one offers", () => {
    for (const metric of METRIC_CATALOG) {
      if (metric.formula.form !== "derived") continue;
      for (const id of metric.formula.inputs.map((input) => (input === LOOKED_AT ? DEFAULT_LOOKED_AT : input))) {
        const input = findMetric(id);
        expect([metric.id, id, input?.formula.form]).not.toEqual([metric.id, id, "derived"]);
        expect([metric.id, id, input?.dimensions]).toEqual([
          metric.id,
          id,
          expect.arrayContaining([...metric.dimensions, ...metric.formula.over]),
        ]);
      }
    }
  });

  it("looks through derived metrics for what can be filtered and grouped", () => {
    const health = findMetric("health_score");
    expect(health && readTerms(health)).toEqual([]);
    const sources = new Set(health && readAllTerms(health, DEFAULT_LOOKED_AT).map((term) => term.source));
    expect(sources).toEqual(new Set(["run", "exception", "feed"]));
  });

  it.each([
    ["success_rate", true, true],
    ["exception_rate", true, false],
    ["stockout_rate", false, false],
    ["duplicate_rate", true, false],
    ["duration_p95", false, false],
    ["money_at_risk", true, false],
    ["reconciliation_breaks", false, false],
    ["check_net_delta", true, false],
    ["queue_depth", false, false],
    ["feed_freshness", false, false],
    ["coverage", true, false],
    ["health_score", false, false],
    ["acceptance_rate", true, true],
    ["time_to_acknowledge_p50", false, false],
  ])("%s can be added over groups: %s, and is a share of counted rows: %s", (id, additive, proportion) => {
    const metric = findMetric(id);
    expect(metric && [isAdditive(metric), isProportion(metric)]).toEqual([additive, proportion]);
  });
});
