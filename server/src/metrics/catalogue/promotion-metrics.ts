import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { agedRuns, ageWords } from "./age-metrics.js";
import { RUN_DIMENSIONS } from "./run-metrics.js";

/** CHANGE_DIMENSIONS is what whole changes can be grouped by; their targets have more. */
export const CHANGE_DIMENSIONS: readonly Dimension[] = ["CLIENT", "BRAND", "WORKFLOW", "CHANGE"];
const TARGET_DIMENSIONS: readonly Dimension[] = [...RUN_DIMENSIONS, "TARGET"];

/** launched is an aggregate of changes by the deadline of their targets. */
export const launched = (sql: string): FlowTerm => ({ form: "flow", source: "change", at: "launched_at", sql });
const due = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "deadline_at", sql });

const LIVE = "has_ended AND outcome = 'succeeded'";
const DEVIATION = "quantileExactInclusiveOrNullIf";
const SUCCEEDED = `is_promotion AND is_target AND ${LIVE}`;
const spread = (share: number) => due(`${DEVIATION}(${share})(lateness_seconds, ${SUCCEEDED})`);
const P95 = spread(0.95);

const ofTargets = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords" | "better" | "formula">,
): MetricDefinition => ({
  ...entry,
  ...{ unit: "seconds", moment: "DUE", dimensions: TARGET_DIMENSIONS, decimals: 0 },
});

/** PROMOTION_METRICS: whether changes are ready, live everywhere and live in time. Promotions are workflows named `promotion...`. */
export const PROMOTION_METRICS: readonly MetricDefinition[] = [
  {
    id: "promotion_ready_rate",
    title: "Promotions ready",
    meaning: "Share of launched promotions that had every gate green at launch.",
    unit: "ratio",
    formulaWords:
      "Promotions whose approvals and tasks had all succeeded by the deadline of their targets / promotions launched in the range that have any; a promotion without gates is not ready, and not counted.",
    moment: "DUE",
    better: "HIGHER",
    dimensions: CHANGE_DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: launched("countIf(is_promotion AND is_ready)"),
      over: launched("countIf(is_promotion AND gate_count > 0)"),
    },
  },
  {
    ...ofTargets({
      id: "deployment_accuracy",
      title: "Live at launch",
      meaning: "Share of planned targets that had the right version at launch.",
      formulaWords:
        "Targets of promotions with the published version by the deadline / targets due in the range; superseded or cancelled by the deadline are out.",
      better: "HIGHER",
      formula: {
        form: "ratio",
        of: due(`countIf(${SUCCEEDED} AND finished_at <= deadline_at)`),
        over: due("countIf(is_promotion AND is_target)"),
      },
    }),
    ...{ unit: "ratio", decimals: 4 },
  },
  {
    id: "promotion_cycle_p50",
    title: "Promotion cycle",
    meaning: "Half of the promotions took at most this long from request to the last target live.",
    unit: "seconds",
    formulaWords:
      "Median of last target live - first request (earliest start of anything that names the change), of promotions launched in the range that are live everywhere.",
    moment: "DUE",
    better: "LOWER",
    dimensions: CHANGE_DIMENSIONS,
    decimals: 0,
    formula: {
      form: "figure",
      figure: launched("quantileExactInclusiveOrNullIf(0.5)(cycle_seconds, is_promotion AND is_live_everywhere)"),
      sample: launched("countIf(is_promotion AND is_live_everywhere)"),
    },
  },
  ofTargets({
    id: "execution_variance_p95",
    title: "Execution variance",
    meaning: "95 of 100 targets went live at most this long after the planned instant; negative is early.",
    formulaWords:
      "Percentile 95, interpolated, of actual - planned activation over targets of promotions due in the range that are live; parts: percentiles 5 and 50, and the spread between 5 and 95.",
    better: "LOWER",
    formula: {
      form: "figure",
      figure: P95,
      sample: due(`countIf(${SUCCEEDED})`),
      parts: [
        { id: "p05", title: "Percentile 5", term: spread(0.05) },
        { id: "p50", title: "Median", term: spread(0.5) },
        {
          id: "spread",
          title: "Spread between 5 and 95",
          term: due(
            `${DEVIATION}(0.95)(lateness_seconds, ${SUCCEEDED}) - ${DEVIATION}(0.05)(lateness_seconds, ${SUCCEEDED})`,
          ),
        },
      ],
    },
  }),
  {
    id: "promotions_late",
    title: "Late promotions",
    meaning: "How many promotions were not live everywhere at launch.",
    unit: "count",
    formulaWords: "Promotions launched in the range with fewer targets live by the deadline than planned.",
    moment: "DUE",
    better: "LOWER",
    dimensions: CHANGE_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [launched("countIf(is_promotion AND live_count < target_count)")] },
  },
  {
    ...ofTargets({
      id: "targets_missing",
      title: "Missing targets",
      meaning:
        "How many targets of promotions are past launch and not live; by TARGET or STORE they are listed by name.",
      formulaWords:
        "Targets of promotions due in the range that do not have the published version; superseded or cancelled by the deadline are out.",
      better: "LOWER",
      formula: { form: "sum", of: [due(`countIf(is_promotion AND is_target AND NOT (${LIVE}))`)] },
    }),
    ...{ unit: "count" },
  },
  {
    ...ofTargets({
      id: "propagation_p95",
      title: "Propagation",
      meaning: "95 of 100 targets had a published change at most this long after publication, open ones included.",
      formulaWords: ageWords(95, "applied - published per change and target applied in the range"),
      better: "LOWER",
      formula: {
        form: "figure",
        figure: agedRuns(
          "quantileExactInclusiveOrNullIf(0.95)(age_seconds, target != '' AND (is_open OR outcome = 'succeeded'))",
        ),
        sample: agedRuns("countIf(target != '' AND (is_open OR outcome = 'succeeded'))"),
      },
    }),
    ...{ moment: "INSTANT" },
  },
];
