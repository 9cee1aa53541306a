import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { OVERDUE } from "./promise-metrics.js";

/** EXCEPTION_DIMENSIONS is what exceptions can be grouped by. */
export const EXCEPTION_DIMENSIONS: readonly Dimension[] = [
  "CLIENT",
  "BRAND",
  "REGION",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "SOURCE",
  "WORKFLOW",
  "EXCEPTION_CLASS",
  "CURRENCY",
];
/** COMMON_DIMENSIONS is what exceptions and runs both have. */
export const COMMON_DIMENSIONS: readonly Dimension[] = [
  "CLIENT",
  "BRAND",
  "REGION",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "SOURCE",
  "WORKFLOW",
  "CURRENCY",
];

const RAISED: FlowTerm = { form: "flow", source: "exception", at: "raised_at", sql: "count()" };
const RUNS_STARTED: FlowTerm = { form: "flow", source: "run", at: "started_at", sql: "count()" };

/** EXCEPTION_METRICS: what people must look at, and what it may cost. */
export const EXCEPTION_METRICS: readonly MetricDefinition[] = [
  {
    id: "exceptions_raised",
    title: "Exceptions raised",
    meaning: "How many exceptions were raised.",
    unit: "count",
    formulaWords: "Number of exceptions raised in the range.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: EXCEPTION_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [RAISED] },
  },
  {
    id: "exceptions_open",
    title: "Open exceptions",
    meaning: "How many exceptions were raised and not resolved at the end of the range.",
    unit: "count",
    formulaWords: "Raised before and not resolved before the instant.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: EXCEPTION_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [{ form: "span", source: "exception", enter: "raised_ms", leave: "resolved_ms" }] },
  },
  {
    id: "exceptions_resolved",
    title: "Exceptions resolved",
    meaning: "How many exceptions were resolved.",
    unit: "count",
    formulaWords: "Number of exceptions resolved in the range.",
    moment: "RECORDED",
    better: "HIGHER",
    dimensions: EXCEPTION_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [{ form: "flow", source: "exception", at: "resolved_at", sql: "count()" }] },
  },
  {
    id: "exception_rate",
    title: "Exception rate",
    meaning: "Exceptions raised for each run started.",
    unit: "ratio",
    formulaWords: "Exceptions raised in the range / runs started in the range, same scope.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: COMMON_DIMENSIONS,
    decimals: 4,
    formula: { form: "ratio", of: RAISED, over: RUNS_STARTED },
  },
  {
    id: "exceptions_per_1000",
    title: "Exceptions per 1,000 runs",
    meaning: "Exceptions raised for each thousand runs started.",
    unit: "per_1000",
    formulaWords: "Exceptions raised in the range / runs started in the range x 1,000, same scope.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: COMMON_DIMENSIONS,
    decimals: 2,
    formula: { form: "ratio", of: RAISED, over: RUNS_STARTED, times: 1000 },
  },
  {
    id: "money_at_risk",
    title: "Money at risk",
    meaning: "Money of open exceptions and of overdue runs.",
    unit: "money",
    formulaWords: "Sum of the money of open exceptions and overdue runs at the instant, by currency.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: COMMON_DIMENSIONS,
    decimals: 2,
    splitBy: ["CURRENCY"],
    formula: {
      form: "sum",
      of: [
        { form: "span", source: "exception", enter: "raised_ms", leave: "resolved_ms", weight: "money" },
        { ...OVERDUE, weight: "money" },
      ],
    },
  },
];
