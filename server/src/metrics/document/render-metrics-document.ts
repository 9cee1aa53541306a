import { DEFAULT_LOOKED_AT, listInputs } from "../derived-formula.js";
import { readAllTerms } from "../metric-catalog.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Direction, Moment } from "../metric-words.js";
import { DEFAULT_MINIMUM_SAMPLE } from "../query/metric-query.js";
import { isAdditive } from "../ranking/is-additive.js";
import { isProportion } from "../ranking/is-proportion.js";
import type { AssumptionRule } from "../settings/metric-assumptions.js";

/** MetricFamily is the metrics of one file of the catalogue, under a title. */
export interface MetricFamily {
  readonly title: string;
  readonly metrics: readonly MetricDefinition[];
}

const MOMENT_WORDS: Record<Moment, string> = {
  STARTED: "start",
  FINISHED: "end",
  DUE: "deadline",
  DECIDED: "end or deadline, whichever is first",
  INSTANT: "as of the end of the bucket",
  RECORDED: "event time",
};
const BETTER_WORDS: Record<Direction, string> = { HIGHER: "higher", LOWER: "lower", NEITHER: "neither" };

/** renderMetricsDocument renders the catalogue for people: what each number means and how it is computed. */
export function renderMetricsDocument(
  families: readonly MetricFamily[],
  assumptions: readonly AssumptionRule[],
): string {
  return [
    "# Metrics",
    "Made from the catalogue (`server/src/metrics/catalogue`); a test keeps it current, `UPDATE_METRICS=1` writes it anew. What is shown under “how is this computed” stands here as well.",
    RULES,
    ...families.flatMap(({ title, metrics }) => [`## ${title}`, ...metrics.map(renderMetric)]),
    "## Assumptions",
    "Stated with `stateAssumption` as a range, for a client or for all, from an instant on; figures of earlier ranges stay as they were. `metricAssumptions` lists them.",
    [
      "| name | meaning | unit | unless stated |",
      "| --- | --- | --- | --- |",
      ...assumptions.map(
        ({ name, title, unit, standard }) => `| ${name} | ${title} | ${unit} | ${standard ?? "no value"} |`,
      ),
    ].join("\n"),
    "",
  ].join("\n\n");
}

const RULES = [
  "- Durations are seconds, ratios 0 to 1, money is in major units and always apart by currency.",
  "- A ratio without a denominator, and a percentile without rows, is null with a reason. Counts and sums are 0.",
  "- What judges promises has no value where the coverage is below `coverage_floor` (0.9 unless stated), of the feeds whose silence says something: the cadence was declared, comes with heartbeats, or was learned within known opening hours. Numerator and denominator are still given. Unmeasured is neither good nor bad.",
  "- “Now” in a formula is the end of the range, at most the present; past figures stay still.",
  "- A bucket is a length of the calendar in the IANA zone of the question; weeks, months, quarters and years are those of the retail calendar when the question says so.",
  "- Shares of counted rows come with their 95 % Wilson interval. `rankBy` ranks by the bound that is certain; groups with fewer rows than `minimumSample` (" +
    `${DEFAULT_MINIMUM_SAMPLE} unless told) follow without a rank.`,
  "- With `limit` and `withOthers`, what is left out is put together where values can be added.",
].join("\n");

function renderMetric(metric: MetricDefinition): string {
  const { id, title, meaning, formulaWords, unit, moment, better, dimensions, decimals, formula, splitBy } = metric;
  const sources = [...new Set(readAllTerms(metric, DEFAULT_LOOKED_AT).map((term) => term.source))];
  const facts = [
    `unit ${unit}, ${decimals} decimals`,
    `better: ${BETTER_WORDS[better]}`,
    `bucket: ${MOMENT_WORDS[moment]}`,
    `empty: ${formula.form === "sum" ? "0" : "null"}`,
    ...(sources.length > 0 ? [`from ${sources.map((source) => `\`${source}\``).join(", ")}`] : []),
    ...(formula.form === "derived"
      ? [
          `derived from ${listInputs(formula, DEFAULT_LOOKED_AT)
            .map((input) => `\`${input}\``)
            .join(", ")}`,
        ]
      : []),
    ...(splitBy === undefined ? [] : [`apart by ${splitBy.map((split) => split.toLowerCase()).join(" and ")}`]),
    ...(isProportion(metric) ? ["with interval"] : []),
    ...(metric.needsCoverage === true ? ["no value below the floor of coverage"] : []),
    ...(isAdditive(metric) ? [] : ["not additive"]),
  ];
  return [
    `### \`${id}\`: ${title}`,
    `${meaning} ${escape(formulaWords)}`,
    `_${escape(facts.join("; "))}._ By ${dimensions.map((dimension) => dimension.toLowerCase()).join(", ")}.`,
  ].join("\n\n");
}

/** What would be marks of the document's language stays as it is written. */
function escape(text: string): string {
  return text.replace(/[*<>|]/g, (mark) => `\\${mark}`);
}
