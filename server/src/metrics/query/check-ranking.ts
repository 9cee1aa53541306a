import { DEFAULT_LOOKED_AT } from "../derived-formula.js";
import { findMetric } from "../metric-catalog.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { RetailCalendar } from "../periods/retail-calendar.js";
import type { MetricQuestion } from "./metric-query.js";
import { refuse, type MetricRefusal } from "./metric-refusal.js";

const MAX_SAMPLE = 1_000_000;
const UNITS_OF_COUNTS = new Set(["count", "money", "measure"]);

/** checkRanking refuses what cannot be ranked or compared between stores, and a calendar that nobody set. */
export function checkRanking(
  question: MetricQuestion,
  metrics: readonly MetricDefinition[],
  retailCalendar: RetailCalendar | undefined,
): MetricRefusal | undefined {
  if (question.calendar === "RETAIL" && retailCalendar === undefined)
    return refuse(
      "no_retail_calendar",
      "calendar",
      "There is no retail calendar.",
      "An administrator sets one with `setRetailCalendar`; calendar months and quarters need none.",
    );
  const sample = question.minimumSample ?? 1;
  if (sample < 1 || sample > MAX_SAMPLE)
    return refuse("limit_out_of_range", "minimumSample", `${sample} is no sample.`, `Choose 1 to ${MAX_SAMPLE}.`);
  return checkRankBy(question, metrics) ?? checkNeeds(question, metrics) ?? checkLookedAt(question);
}

function checkRankBy({ rankBy, orderBy }: MetricQuestion, metrics: readonly MetricDefinition[]) {
  if (rankBy == null) return undefined;
  const metric = metrics.find((candidate) => candidate.id === rankBy.metric);
  if (metric === undefined)
    return refuse(
      "order_not_asked",
      "rankBy.metric",
      `${rankBy.metric} is not among the metrics asked for.`,
      "Add it to `metrics` or rank by another one.",
    );
  if (orderBy != null)
    return refuse("rank_not_offered", "orderBy", "A ranking has its own order.", "Leave `orderBy` out or do not rank.");
  if (metric.formula.form !== "derived" && !UNITS_OF_COUNTS.has(metric.unit)) return undefined;
  return refuse(
    "rank_not_offered",
    "rankBy.metric",
    `${metric.id} says how much there is, not how good it is: the largest would always come first.`,
    "Rank by a rate, an average or a percentile, or sort by it with `orderBy`.",
  );
}

function checkNeeds({ groupBy }: MetricQuestion, metrics: readonly MetricDefinition[]) {
  for (const { id, formula } of metrics) {
    const missing =
      formula.form === "derived" ? formula.needs?.find((dimension) => !groupBy?.includes(dimension)) : undefined;
    if (missing !== undefined)
      return refuse(
        "dimension_missing",
        "groupBy",
        `${id} says something of each ${missing} only.`,
        `Group by ${missing}.`,
      );
  }
  return undefined;
}

/** What stores are compared by must be offered by store and have a figure of its own. */
function checkLookedAt({ lookedAt }: MetricQuestion) {
  const metric = findMetric(lookedAt ?? DEFAULT_LOOKED_AT);
  const isRate = metric !== undefined && metric.dimensions.includes("STORE") && !UNITS_OF_COUNTS.has(metric.unit);
  if (isRate && metric.formula.form !== "derived") return undefined;
  const reason = metric === undefined ? "unknown_metric" : "rank_not_offered";
  return refuse(
    reason,
    "lookedAt",
    `Stores cannot be compared by ${lookedAt ?? ""}.`,
    `Choose a rate or percentile that is offered by store, such as ${DEFAULT_LOOKED_AT}.`,
  );
}
