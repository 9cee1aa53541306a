import { formatDuration } from "../../../format/format-duration.js";
import { formatInstantInText } from "../../../format/format-instant.js";
import { formatExact } from "../../../format/format-number.js";
import { formatRatio } from "../../../format/format-ratio.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { renderAlertThreshold, renderAlertValue } from "../incidents/render-alert-value.js";
import type { IncidentTransition } from "./incident-query.js";
import { readJson, readNumber, readRecord, type RuleFacts } from "./read-rule-facts.js";

/** EvidenceFact is one thing that a decision was made from, in words. */
export interface EvidenceFact {
  readonly name: string;
  readonly text: string;
}

interface EvidenceContext {
  readonly unit: string;
  readonly currency: string | null;
  /** The unit of the metric itself, where the value is a change of it. */
  readonly metricUnit: string;
  readonly facts: RuleFacts;
  readonly timeZone: string;
}

type Evidence = Readonly<Record<string, unknown>>;

/** listEvidence says what a transition was decided from: its value and limit, over which time, the counts behind it, and what it was compared with. */
export function listEvidence(transition: IncidentTransition, context: EvidenceContext): readonly EvidenceFact[] {
  const evidence = readJson(transition.evidence);
  const { unit, currency, facts } = context;
  const found: (EvidenceFact | null)[] = [
    { name: "Value", text: renderAlertValue({ value: transition.value, unit, currency }) },
    fact(
      "Limit",
      renderAlertThreshold({ value: transition.threshold, unit, currency })
        .replace(/^limit /, `${facts.op ?? ""} `)
        .trim(),
    ),
    facts.windowSeconds === null ? null : fact("Over", `the ${formatDuration(facts.windowSeconds)} before`),
    facts.forSeconds === null || facts.forSeconds === 0 ? null : fact("Had to last", formatDuration(facts.forSeconds)),
    ...listCounts(evidence, context),
    ...listComparison(evidence, context),
    ...listBurn(evidence),
    ...listAnomaly(evidence),
    ...listFeed(evidence),
    ...listLaunch(evidence, context.timeZone),
    evidence["isCatchUp"] === true ? fact("Evaluated", "later than its time, after a standstill") : null,
  ];
  return found.filter((one) => one !== null && one.text !== "") as readonly EvidenceFact[];
}

const fact = (name: string, text: string): EvidenceFact => ({ name, text });

/** Of a silence the feed that is furthest beyond its rhythm. */
function listFeed(evidence: Evidence): readonly (EvidenceFact | null)[] {
  const feed = readRecord(evidence["feed"]);
  const cadence = readNumber(evidence, "cadenceSeconds");
  if (cadence === null) return [];
  const place = ["source", "store", "channel", "partner"].flatMap((name) => {
    const id = feed[name];
    return typeof id === "string" && id !== "" ? [id] : [];
  });
  const [feeds, quiet] = [readNumber(evidence, "feeds") ?? 1, readNumber(evidence, "quietFeeds") ?? 0];
  return [
    fact("Quietest feed", place.join(", ")),
    fact("Its rhythm", `every ${formatDuration(cadence)}`),
    evidence["isNeverHeard"] === true ? fact("Heard", "never, or not for weeks") : null,
    feeds > 1 ? fact("Too quiet", `${formatExact(quiet)} of ${formatExact(feeds)} feeds`) : null,
  ];
}

function listCounts(evidence: Evidence, { unit }: EvidenceContext): readonly (EvidenceFact | null)[] {
  const [numerator, denominator] = [readNumber(evidence, "numerator"), readNumber(evidence, "denominator")];
  if (numerator === null || denominator === null) return [];
  // Of what is a mean, the two are a sum and how many: only a share reads as "so many of so many".
  if (unit === "ratio") return [fact("Counted", `${formatExact(numerator)} of ${formatExact(denominator)}`)];
  return [fact("Cases", formatExact(denominator))];
}

function listComparison(evidence: Evidence, { facts, metricUnit }: EvidenceContext): readonly (EvidenceFact | null)[] {
  const [now, before] = [readNumber(evidence, "now"), readNumber(evidence, "before")];
  const write = (value: number): string => formatFigure(value, { unit: metricUnit });
  const ago = facts.againstSeconds === null ? "" : `, ${formatDuration(facts.againstSeconds)} earlier`;
  return [
    now === null ? null : fact("Now", write(now)),
    before === null ? null : fact("Compared with", `${write(before)}${ago}`),
  ];
}

const tiers: Readonly<Record<string, string>> = {
  PAGE_FAST: "fast: hours are left of the budget",
  PAGE_SLOW: "slow: a day or two are left of the budget",
  TICKET: "gradual: the budget will not last its period",
};

function listBurn(evidence: Evidence): readonly (EvidenceFact | null)[] {
  const { tier } = evidence;
  const factor = readNumber(evidence, "factor");
  if (typeof tier !== "string") return [];
  const windowOf = (name: string, words: string): EvidenceFact | null => {
    const counts = readRecord(evidence[name]);
    const [bad, total] = [readNumber(counts, "bad"), readNumber(counts, "total")];
    if (bad === null || total === null) return null;
    const share = total === 0 ? "" : ` (${formatRatio(bad / total)})`;
    return fact(words, `${formatExact(bad)} missed of ${formatExact(total)}${share}`);
  };
  return [
    fact("The budget burns", tiers[tier] ?? tier),
    factor === null
      ? null
      : fact("Fires from", `${formatExact(Number(factor.toFixed(1)))} times what the objective allows`),
    windowOf("long", "Long window"),
    windowOf("short", "Short window"),
  ];
}

function listAnomaly(evidence: Evidence): readonly (EvidenceFact | null)[] {
  if (typeof evidence["anomaly"] !== "string") return [];
  const [value, low, high] = ["value", "expectedLow", "expectedHigh"].map((name) => readNumber(evidence, name));
  const { text } = evidence;
  return [
    typeof text === "string" ? fact("What is unusual", text) : null,
    value == null ? null : fact("Was", formatExact(Number(value.toPrecision(6)))),
    low == null || high == null
      ? null
      : // Bounds are estimates: more digits would claim more than is known.
        fact("Expected", `${formatExact(Number(low.toPrecision(3)))} to ${formatExact(Number(high.toPrecision(3)))}`),
  ];
}

function listLaunch(evidence: Evidence, timeZone: string): readonly (EvidenceFact | null)[] {
  const { gates, startsAt, action, title } = evidence;
  if (!Array.isArray(gates)) return [];
  const open = gates.filter((gate) => typeof gate === "string");
  return [
    typeof title === "string" ? fact("Launch", title) : null,
    typeof startsAt === "string" ? fact("Starts", formatInstantInText(new Date(startsAt), timeZone)) : null,
    open.length === 0 ? null : fact("Gates not green", open.join(", ")),
    typeof action === "string" && action !== "" ? fact("What to do", action) : null,
  ];
}
