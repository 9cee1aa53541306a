import type { FlowTerm, MetricDefinition } from "../metric-definition.js";

const minute = (sql: string): FlowTerm => ({ form: "flow", source: "run_minute", at: "minute_at", sql });

/** AVAILABILITY_METRICS: whether what sources do succeeds, minute by minute. */
export const AVAILABILITY_METRICS: readonly MetricDefinition[] = [
  {
    id: "integration_availability",
    title: "Integration availability",
    meaning: "Share of the minutes in which runs of a source ended that were good.",
    unit: "ratio",
    formulaWords:
      "Minutes of a source in which at most half of the runs that ended failed or were dead-lettered / minutes of a source in which runs ended. Minutes without any are not measured: coverage tells of them.",
    moment: "FINISHED",
    better: "HIGHER",
    dimensions: ["CLIENT", "SOURCE"],
    decimals: 4,
    formula: { form: "ratio", of: minute("countIf(is_good)"), over: minute("count()") },
  },
];
