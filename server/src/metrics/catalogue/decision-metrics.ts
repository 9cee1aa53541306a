import { REFERENCE_DAYS } from "../compiler/compile-drift.js";
import type { DriftTerm, FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

const DIMENSIONS: readonly Dimension[] = [
  ...(["CLIENT", "BRAND", "REGION", "STORE", "CHANNEL", "PARTNER", "SOURCE", "WORKFLOW", "MODEL"] as const),
];
const made = (sql: string): FlowTerm => ({ form: "flow", source: "decision", at: "made_at", sql });
const reviewed = (sql: string): FlowTerm => ({ form: "flow", source: "decision", at: "reviewed_at", sql });
const drift = (figure: DriftTerm["figure"]): DriftTerm => ({ form: "drift", source: "decision", figure });
const JUDGED = "countIf(is_reviewed AND has_confidence)";

type Entry = Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords" | "unit" | "better" | "formula">;
const entry = (more: Entry): MetricDefinition => ({
  ...more,
  ...{ moment: "RECORDED", dimensions: DIMENSIONS, decimals: more.unit === "count" ? 0 : 4 },
});

/** DECISION_METRICS: what automations and models decide, and whether people agree. A decision is of the place and model that its making named. */
export const DECISION_METRICS: readonly MetricDefinition[] = [
  entry({
    ...{ id: "decisions_made", title: "Decisions made", unit: "count", better: "NEITHER" },
    meaning: "How many decisions automations and models made.",
    formulaWords: "Distinct decisions made in the range.",
    formula: { form: "sum", of: [made("count()")] },
  }),
  entry({
    ...{ id: "acceptance_rate", title: "Decisions accepted", unit: "ratio", better: "HIGHER" },
    meaning: "Share of reviewed decisions that people accepted.",
    formulaWords: "Decisions whose newest review accepted them / decisions whose newest review lies in the range.",
    formula: { form: "ratio", of: reviewed("countIf(is_accepted)"), over: reviewed("countIf(is_reviewed)") },
  }),
  entry({
    ...{ id: "override_rate", title: "Decisions overridden", unit: "ratio", better: "LOWER" },
    meaning: "Share of reviewed decisions that people replaced by their own.",
    formulaWords: "Decisions whose newest review overrode them / decisions whose newest review lies in the range.",
    formula: {
      form: "ratio",
      of: reviewed("countIf(verdict = 'overridden')"),
      over: reviewed("countIf(is_reviewed)"),
    },
  }),
  entry({
    ...{ id: "model_drift", title: "Model drift", unit: "index", better: "LOWER" },
    meaning: "How far decisions differ from those of the weeks before; from 0.1 on look, from 0.25 on act.",
    formulaWords: `Population stability index, the sum of (p - q) x ln(p / q), against the ${REFERENCE_DAYS} days before the range: the greater of that of confidence, in tenths, and that of actions. Null until there are decisions on both sides.`,
    formula: {
      form: "figure",
      figure: drift("greatest"),
      sample: drift("made"),
      nullReason: "LEARNING",
      parts: [
        { id: "confidence", title: "Confidence", term: drift("confidence") },
        { id: "action", title: "Actions", term: drift("action") },
        { id: "reference", title: "Decisions before the range", term: drift("reference") },
      ],
    },
  }),
  entry({
    ...{ id: "calibration_error", title: "Calibration error", unit: "ratio", better: "LOWER" },
    meaning: "How far stated confidence is from how often people accept.",
    formulaWords:
      "Mean over tenths of confidence, weighted by their decisions, of |mean confidence - share accepted|, of decisions reviewed in the range that stated a confidence.",
    formula: {
      form: "figure",
      figure: reviewed(
        `if(${JUDGED} = 0, NULL, arraySum(gap -> abs(gap), (sumMapIf([tenth], [assumeNotNull(confidence) - is_accepted], is_reviewed AND has_confidence)).2) / ${JUDGED})`,
      ),
      sample: reviewed(JUDGED),
    },
  }),
  entry({
    ...{ id: "detector_false_positive_rate", title: "False alarms", unit: "ratio", better: "LOWER" },
    meaning: "Share of reviewed anomalies and alerts that were dismissed as wrong.",
    formulaWords: "Dismissed as wrong / reviewed. Not measured yet: nothing records what people think of them.",
    formula: { form: "unmeasured", reason: "NOT_MEASURED" },
  }),
];
