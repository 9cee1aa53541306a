import { formatDuration } from "../../../format/format-duration.js";
import { formatCode } from "../../../format/format-code.js";
import { listWords } from "./list-words.js";
import { measureOf, metricOf } from "./measure-of.js";
import { renderMeasure } from "./render-measure.js";
import { renderRhythm } from "./render-rhythm.js";
import { readLevels, type DraftLevel, readList, readMap, readNumber, readText, type RuleDraft } from "./rule-draft.js";

/** RuleWords is what a sentence about a rule looks names up in. */
export interface RuleWords {
  readonly metrics: readonly { readonly id: string; readonly title: string; readonly unit: string }[];
  /** What a client, workflow or other thing of a filter is called; ids are fine. */
  readonly nameOf: (filter: string, id: string) => string;
}

const above: Readonly<Record<string, string>> = {
  ">": "above",
  ">=": "at or above",
  "<": "below",
  "<=": "at or below",
  "==": "exactly",
  "!=": "other than",
};

const more: Readonly<Record<string, string>> = {
  ">": "more than",
  ">=": "at least",
  "<": "less than",
  "<=": "at most",
  "==": "exactly",
  "!=": "other than",
};

/** renderRuleSentence says in one sentence when a rule fires; what is not written yet stands as "...". */
export function renderRuleSentence(draft: RuleDraft, words: RuleWords): string {
  const groups = readList(draft, "groupBy").map((group) => formatCode(group).toLowerCase());
  const each = groups.length === 0 ? "" : `, for each ${listWords(groups)}`;
  return `Fires ${renderCondition(draft, words)}${renderFilter(draft, words)}${each}.`;
}

function renderCondition(draft: RuleDraft, words: RuleWords): string {
  const kind = readText(draft, "kind");
  const metric = `the ${renderMetric(metricOf(draft), words)}`;
  const window = renderSeconds(draft, "windowSeconds", 300);
  const op = readText(draft, "op") || ">";
  switch (kind) {
    case "threshold":
      return `when ${metric} of the last ${window} is ${renderLevels(draft, words, above[op] ?? op)}`;
    case "change":
      return `when ${metric} of the last ${window} ${renderChange(draft, words, op)} against ${renderSeconds(draft, "againstSeconds")} earlier`;
    case "burn":
      return renderBurn(draft, metric);
    case "freshness":
      return `when the quietest feed has said nothing for more than ${renderLevels(draft, words, "")}, counted in the time in which it is open`;
    case "anomaly":
      return `while ${renderAnomaly(draft, words)} is unusual (${readText(draft, "severity") || "..."})`;
    case "readiness":
      return `when a promotion starts within ${renderNumber(draft, "withinHours")} h and a gate of it is not green (${readText(draft, "severity") || "..."})`;
    case "obligations":
      return renderObligations(draft, words, op);
    case "no_data":
      return `when ${metric} has nothing in ${window} and had something in the same time ${renderSeconds(draft, "usualSeconds", 604_800)} earlier (${readText(draft, "severity") || "..."})`;
    default:
      return "when ...";
  }
}

function renderLevels(draft: RuleDraft, words: RuleWords, before: string): string {
  const unit = measureOf(draft, words.metrics);
  const isAge = readText(draft, "kind") === "freshness";
  const render = ({ threshold, cadences }: DraftLevel): string =>
    threshold !== null ? renderMeasure(threshold, unit) : isAge ? renderRhythm(cadences) : "...";
  const levels = readLevels(draft).map((level) =>
    [before, render(level), `(${level.severity})`].filter(Boolean).join(" "),
  );
  return levels.length === 0 ? "..." : listWords(levels, "or");
}

/** A fall of 80 % is "-0.8 and less" in a rule, and nobody's way to say it. */
function renderChange(draft: RuleDraft, words: RuleWords, op: string): string {
  const levels = readLevels(draft);
  const isFall = op.startsWith("<") && levels.every(({ threshold }) => (threshold ?? -1) < 0);
  const isRise = op.startsWith(">") && levels.every(({ threshold }) => (threshold ?? 1) > 0);
  if (!isFall && !isRise) return `has changed by ${renderLevels(draft, words, more[op] ?? op)}`;
  const turned = levels.map((level) => ({ ...level, threshold: Math.abs(level.threshold ?? Number.NaN) }));
  const least = op.endsWith("=") ? "at least" : "more than";
  return `has ${isFall ? "fallen" : "risen"} by ${renderLevels({ ...draft, levels: turned }, words, least)}`;
}

function renderBurn(draft: RuleDraft, metric: string): string {
  const objective = readNumber(draft, "objective");
  const goal = objective === null ? "..." : renderMeasure(objective, "ratio");
  const days = readNumber(draft, "periodDays") ?? 30;
  return `when the error budget of ${metric.replace("the ", "")}, ${goal} over ${days} days, is used up too fast: 2 % of it in 1 h or 5 % in 6 h (critical), 10 % in 3 days (warning)`;
}

function renderAnomaly(draft: RuleDraft, words: RuleWords): string {
  const metrics = readList(draft, "metrics").map((id) => renderMetric(id, words));
  const least = readText(draft, "leastSeverity") || "medium";
  const what = metrics.length === 0 ? "any metric that is watched" : listWords(metrics, "or");
  return `${what}, by at least ${least} severity,`;
}

function renderObligations(draft: RuleDraft, words: RuleWords, op: string): string {
  const state = readText(draft, "state") === "at_risk" ? "about to be late" : "overdue";
  const levels = renderLevels(draft, words, above[op] ?? op);
  return readText(draft, "by") === "money"
    ? `when the money at risk in what is ${state} or an open exception, each currency by itself, is ${levels}`
    : `when the number of runs that are ${state} is ${levels}`;
}

function renderFilter(draft: RuleDraft, { nameOf }: RuleWords): string {
  const filter = readMap(draft, "filter");
  const parts = Object.keys(filter).flatMap((name) => {
    const ids = readList(filter, name).map((id) => nameOf(name, id));
    return ids.length === 0 ? [] : [listWords(ids, "or")];
  });
  return parts.length === 0 ? "" : `, only of ${parts.join(", and of ")}`;
}

function renderMetric(id: string, { metrics }: RuleWords): string {
  if (id === "") return "...";
  const title = metrics.find((metric) => metric.id === id)?.title ?? id;
  // "SLA attainment" keeps its capitals, "Failure rate" loses its one.
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function renderSeconds(draft: RuleDraft, name: string, usual?: number): string {
  const seconds = readNumber(draft, name) ?? usual ?? null;
  return seconds === null ? "..." : formatDuration(seconds);
}

function renderNumber(draft: RuleDraft, name: string): string {
  const value = readNumber(draft, name);
  return value === null ? "..." : String(value);
}
