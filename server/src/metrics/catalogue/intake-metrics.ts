import type { FlowTerm, MetricDefinition, Term } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

/** INTAKE_DIMENSIONS is what can be asked of events as they came: the parts of their feed. */
export const INTAKE_DIMENSIONS: readonly Dimension[] = ["CLIENT", "REGION", "STORE", "CHANNEL", "PARTNER", "SOURCE"];

const at = "slice_at";
const accepted: FlowTerm = { form: "flow", source: "feed_count", at, sql: "sum(received)" };
const rejected: FlowTerm = { form: "flow", source: "rejected_event", at, sql: "count()" };
const distinct: FlowTerm = { form: "flow", source: "event", at, sql: "count()" };
const late: FlowTerm = { form: "flow", source: "event", at, sql: "countIf(is_late)" };

const outOfSequence: FlowTerm = {
  form: "flow",
  source: "out_of_sequence",
  at,
  sql: "uniqExactIf((client, source, id), is_counted)",
};

/** RECEIVED is everything that was received: accepted, repeats included, and refused. What intake is measured against. */
export const RECEIVED: readonly Term[] = [accepted, rejected];

const share = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords">,
  of: Term,
  minus: readonly Term[] = [],
): MetricDefinition => ({
  ...entry,
  unit: "ratio",
  moment: "RECORDED",
  better: "LOWER",
  dimensions: INTAKE_DIMENSIONS,
  decimals: 4,
  formula: { form: "share", of: [of], minus, over: RECEIVED },
});

/** INTAKE_METRICS: how much is received, and in what condition. Events belong to the bucket in which their 5-minute slice begins. */
export const INTAKE_METRICS: readonly MetricDefinition[] = [
  {
    id: "events_received",
    title: "Events received",
    meaning: "How many events were received, repeated and refused ones included.",
    unit: "count",
    formulaWords:
      "Receipts of accepted events, each repeat counted, + refused events, by event time in slices of 5 minutes.",
    moment: "RECORDED",
    better: "NEITHER",
    dimensions: INTAKE_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: RECEIVED },
  },
  share(
    {
      id: "duplicate_rate",
      title: "Duplicate rate",
      meaning: "Share of received events that had been received before.",
      formulaWords: "(Receipts of accepted events - distinct events) / events received.",
    },
    accepted,
    [distinct],
  ),
  share(
    {
      id: "late_event_rate",
      title: "Late event rate",
      meaning: "Share of received events that came more than 15 minutes after their time.",
      formulaWords:
        "Distinct events first received more than 15 minutes after their time / events received. History that is sent on purpose is not late.",
    },
    late,
  ),
  share(
    {
      id: "rejected_rate",
      title: "Rejected rate",
      meaning: "Share of received events that were refused.",
      formulaWords:
        "Refused events / events received. A refused event without a sane time of its own counts when it was received.",
    },
    rejected,
  ),
  share(
    {
      id: "out_of_sequence_rate",
      title: "Out of sequence rate",
      meaning: "Share of received events that came in the wrong order.",
      formulaWords:
        "Ends whose start had not come within 15 minutes, and publications of a version that a newer one had already surpassed / events received.",
    },
    outOfSequence,
  ),
  {
    id: "ingest_lag_p95",
    title: "Ingest lag",
    meaning: "95 of 100 events were received at most this long after their time.",
    unit: "seconds",
    formulaWords:
      "Percentile 95, interpolated, of first reception - event time over distinct events; history that is sent on purpose is left out.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: INTAKE_DIMENSIONS,
    decimals: 1,
    formula: {
      form: "figure",
      figure: {
        form: "flow",
        source: "event",
        at,
        sql: "quantileExactInclusiveOrNullIf(0.95)(lag_seconds, backfill = 0)",
      },
      sample: { form: "flow", source: "event", at, sql: "countIf(backfill = 0)" },
    },
  },
];
