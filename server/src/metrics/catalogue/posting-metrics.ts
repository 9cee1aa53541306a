import type { FlowTerm, FormulaPart, MetricDefinition, SpanTerm } from "../metric-definition.js";
import { agedRuns, ageWords } from "./age-metrics.js";
import { MEASURE_DIMENSIONS } from "./measure-metrics.js";
import { RUN_DIMENSIONS } from "./run-metrics.js";

const DAY_MS = 86_400_000;
const due = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "deadline_at", sql });

/** Open at the instant, past its deadline by more than one age and at most another. */
const unposted = (fromDays: number, toDays: number | undefined): SpanTerm => ({
  form: "span",
  source: "run",
  enter: `greatest(started_ms, deadline_ms + ${fromDays * DAY_MS})`,
  leave:
    toDays === undefined
      ? "if(is_posting, finished_ms, 0)"
      : `if(is_posting, least(finished_ms, deadline_ms + ${toDays * DAY_MS}), 0)`,
  weight: "money",
});

const AGES: readonly FormulaPart[] = [
  { id: "0-1d", title: "Up to 1 day overdue", term: unposted(0, 1) },
  { id: "1-3d", title: "1 to 3 days overdue", term: unposted(1, 3) },
  { id: "3-7d", title: "3 to 7 days overdue", term: unposted(3, 7) },
  { id: ">7d", title: "More than 7 days overdue", term: unposted(7, undefined) },
];

const IS_CHECKPOINT = "is_check AND startsWith(measure, 'reconciliation.') AND NOT is_match";

/** POSTING_METRICS: whether business events are posted, once and in time. Postings are workflows named `erp-posting...`. */
export const POSTING_METRICS: readonly MetricDefinition[] = [
  {
    id: "posting_delay_p95",
    title: "Posting delay",
    meaning: "95 of 100 postings, open ones included, took at most this long.",
    unit: "seconds",
    formulaWords: ageWords(95, "posted - business event of postings that succeeded in the range"),
    moment: "INSTANT",
    better: "LOWER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: {
      form: "figure",
      figure: agedRuns(
        "quantileExactInclusiveOrNullIf(0.95)(age_seconds, is_posting AND (is_open OR outcome = 'succeeded'))",
      ),
      sample: agedRuns("countIf(is_posting AND (is_open OR outcome = 'succeeded'))"),
    },
  },
  {
    id: "posting_completeness",
    title: "Posted exactly once",
    meaning: "Share of the business events due for posting that have exactly one posting.",
    unit: "ratio",
    formulaWords:
      "Postings due in the range that succeeded with as many answers as expected, no more / postings due in the range; cancelled by the deadline are out.",
    moment: "DUE",
    better: "HIGHER",
    dimensions: RUN_DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: due(
        "countIf(is_posting AND NOT is_cancelled_in_time AND has_ended AND outcome = 'succeeded' AND (answers = 0 OR answers = greatest(expected_answers, 1)))",
      ),
      over: due("countIf(is_posting AND NOT is_cancelled_in_time)"),
    },
  },
  {
    id: "unposted_amount",
    title: "Unposted amount",
    meaning: "Money of postings that are overdue, by how long.",
    unit: "money",
    formulaWords:
      "Sum of the money of postings open past their deadline at the instant, by currency; parts: overdue by up to 1 day, 1 to 3, 3 to 7, more than 7 days.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: RUN_DIMENSIONS,
    decimals: 2,
    splitBy: ["CURRENCY"],
    formula: { form: "sum", of: AGES.map((part) => part.term), parts: AGES },
  },
  {
    id: "reconciliation_breaks",
    title: "Reconciliation breaks",
    meaning: "How many checkpoints differ in count or amount.",
    unit: "count",
    formulaWords:
      "Distinct checkpoints (flow, place, entity and instant) with a check of a measure `reconciliation...` beyond its tolerance; count and amount of one checkpoint are one break.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: MEASURE_DIMENSIONS,
    decimals: 0,
    formula: {
      form: "sum",
      of: [
        {
          form: "flow",
          source: "measure",
          at: "time",
          sql: `uniqExactIf((client, workflow, place, time), ${IS_CHECKPOINT})`,
        },
      ],
    },
  },
];
