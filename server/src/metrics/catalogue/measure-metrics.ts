import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

/** MEASURE_DIMENSIONS is what measures and checks can be grouped by. */
export const MEASURE_DIMENSIONS: readonly Dimension[] = [
  "CLIENT",
  "BRAND",
  "REGION",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "SOURCE",
  "WORKFLOW",
  "MEASURE",
  "CURRENCY",
];

const recorded = (sql: string): FlowTerm => ({ form: "flow", source: "measure", at: "time", sql });
const CHECKS = recorded("countIf(is_check)");
const MISMATCHES = recorded("countIf(is_check AND NOT is_match)");
const MEASURES = recorded("countIf(NOT is_check)");

/** CHECK_METRICS: actual against expected. */
export const CHECK_METRICS: readonly MetricDefinition[] = [
  {
    id: "check_match_rate",
    title: "Checks matching",
    meaning: "Share of checks within their tolerance.",
    unit: "ratio",
    formulaWords: "Checks with |value - expected| <= max(absolute, relative x |expected|) / checks.",
    moment: "RECORDED",
    better: "HIGHER",
    dimensions: MEASURE_DIMENSIONS,
    decimals: 4,
    formula: { form: "ratio", of: recorded("countIf(is_check AND is_match)"), over: CHECKS },
  },
  {
    id: "check_mismatch_rate",
    title: "Check mismatch rate",
    meaning: "Share of checks beyond their tolerance.",
    unit: "ratio",
    formulaWords: "Checks with |value - expected| > max(absolute, relative x |expected|) / checks.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: MEASURE_DIMENSIONS,
    decimals: 4,
    formula: { form: "ratio", of: MISMATCHES, over: CHECKS },
  },
  {
    id: "check_mismatches",
    title: "Check mismatches",
    meaning: "How many checks were beyond their tolerance.",
    unit: "count",
    formulaWords: "Number of checks with |value - expected| > max(absolute, relative x |expected|).",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: MEASURE_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [MISMATCHES] },
  },
];

const measure = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords" | "formula">,
): MetricDefinition => ({
  ...entry,
  unit: "measure",
  moment: "RECORDED",
  better: "NEITHER",
  dimensions: MEASURE_DIMENSIONS,
  decimals: 2,
  splitBy: ["CURRENCY", "MEASURE"],
});

/** MEASURE_METRICS: reported numbers, each measure by itself and each currency by itself. */
export const MEASURE_METRICS: readonly MetricDefinition[] = [
  measure({
    id: "measure_sum",
    title: "Sum of a measure",
    meaning: "The reported numbers added up.",
    formulaWords: "Sum of the values recorded in the range; checks are left out.",
    formula: { form: "sum", of: [recorded("sumIf(value, NOT is_check)")] },
  }),
  measure({
    id: "measure_avg",
    title: "Average of a measure",
    meaning: "The mean of the reported numbers.",
    formulaWords: "Sum of the values recorded in the range / their number; checks are left out.",
    formula: { form: "ratio", of: recorded("sumIf(value, NOT is_check)"), over: MEASURES },
  }),
  measure({
    id: "measure_last",
    title: "Newest of a measure",
    meaning: "The newest reported number.",
    formulaWords: "Value with the greatest (time, id) in the range; checks are left out.",
    formula: { form: "figure", figure: recorded("argMaxOrNullIf(value, (time, id), NOT is_check)"), sample: MEASURES },
  }),
  measure({
    id: "measure_p95",
    title: "Percentile 95 of a measure",
    meaning: "95 of 100 reported numbers were at most this.",
    formulaWords: "Percentile 95, interpolated, of the values recorded in the range; checks are left out.",
    formula: {
      form: "figure",
      figure: recorded("quantileExactInclusiveOrNullIf(0.95)(toFloat64(value), NOT is_check)"),
      sample: MEASURES,
    },
  }),
];
