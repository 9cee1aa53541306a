import type { AgedTerm, FlowTerm, MetricDefinition, SpanTerm } from "../metric-definition.js";
import { ageWords } from "./age-metrics.js";
import { COMMON_DIMENSIONS, EXCEPTION_DIMENSIONS } from "./exception-metrics.js";

const aged = (sql: string, population: AgedTerm["population"]): AgedTerm => ({
  ...{ form: "aged", source: "exception", enter: "raised_ms", leave: "resolved_ms", population, sql },
});
const OPEN_COUNT = aged("count()", "open");
const raised = (sql: string): FlowTerm => ({ form: "flow", source: "raised_exception", at: "raised_at", sql });

/** The exception with the greatest severity; of equal ones always the same. */
const worst = (part: string) => aged(`argMaxOrNull(severity_${part}_points, (severity, exception))`, "open");

const resolution = (percent: 50 | 95, title: string): MetricDefinition => ({
  ...{ id: `exception_resolution_p${percent}`, title, unit: "seconds", moment: "INSTANT", better: "LOWER" },
  meaning: `${percent} of 100 exceptions, open ones included, took at most this long to resolve.`,
  formulaWords: ageWords(percent, "resolved - raised of exceptions resolved in the range"),
  dimensions: EXCEPTION_DIMENSIONS,
  decimals: 0,
  formula: {
    form: "figure",
    figure: aged(`quantileExactInclusiveOrNull(${percent / 100})(age_seconds)`, "ended_and_open"),
    sample: aged("count()", "ended_and_open"),
  },
});

const span = (source: "run" | "exception", enter: string, leave: string): SpanTerm => ({
  ...{ form: "span", source, enter, leave, weight: "money" },
});

/** EXCEPTION_AGE_METRICS: how long exceptions last, how bad they are, whether they come again. */
export const EXCEPTION_AGE_METRICS: readonly MetricDefinition[] = [
  resolution(50, "Typical resolution"),
  resolution(95, "Slow resolution"),
  {
    id: "time_to_acknowledge_p50",
    title: "Time to acknowledge",
    meaning: "Half of the exceptions were taken up by a person within this time.",
    unit: "seconds",
    formulaWords:
      "Median of acknowledged - raised. Not measured yet: nothing records that a person took up an exception.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: EXCEPTION_DIMENSIONS,
    decimals: 0,
    formula: { form: "unmeasured", reason: "NOT_MEASURED" },
  },
  {
    id: "exception_age_oldest",
    title: "Oldest exception",
    meaning: "How long ago the oldest open exception was raised.",
    unit: "seconds",
    formulaWords: "Greatest, over the exceptions open at the instant, of the instant - raised.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: EXCEPTION_DIMENSIONS,
    decimals: 0,
    formula: { form: "figure", figure: aged("maxOrNull(age_seconds)", "open"), sample: OPEN_COUNT },
  },
  {
    id: "severity_score",
    title: "Worst severity",
    meaning: "Severity, 0 to 100, of the worst open exception.",
    unit: "score",
    formulaWords:
      "Greatest over the exceptions open at the instant of 100 x the weighted mean of money (logarithmic, full at a stated amount), compliance, impact on partners and age (full at a stated age); parts: the points of each for that exception. Weights are stated by the tenant.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: EXCEPTION_DIMENSIONS,
    decimals: 1,
    formula: {
      form: "figure",
      figure: aged("maxOrNull(severity)", "open"),
      sample: OPEN_COUNT,
      parts: [
        { id: "money", title: "Money", term: worst("money") },
        { id: "compliance", title: "Compliance", term: worst("compliance") },
        { id: "partner", title: "Impact on partners", term: worst("partner") },
        { id: "age", title: "Age", term: worst("age") },
      ],
    },
  },
  {
    id: "recurrence_rate",
    title: "Recurring exceptions",
    meaning: "Share of raised exceptions whose like was raised within the 30 days before.",
    unit: "ratio",
    formulaWords:
      "Exceptions with the class, store and error code (attribute `errorCode`) of another one raised at most 30 days before / exceptions raised in the range.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: EXCEPTION_DIMENSIONS,
    decimals: 4,
    formula: { form: "ratio", of: raised("countIf(recurs)"), over: raised("count()") },
  },
  {
    id: "money_in_progress",
    title: "Money in progress",
    meaning: "Money of open exceptions and of all open runs, late or not: what money at risk is a part of.",
    unit: "money",
    formulaWords: "Sum of the money of exceptions and runs open at the instant, by currency.",
    moment: "INSTANT",
    better: "NEITHER",
    dimensions: COMMON_DIMENSIONS,
    decimals: 2,
    splitBy: ["CURRENCY"],
    formula: {
      form: "sum",
      of: [span("exception", "raised_ms", "resolved_ms"), span("run", "started_ms", "finished_ms")],
    },
  },
];
