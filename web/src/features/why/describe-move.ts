import type { Direction } from "../../graphql/operations.js";
import { renderMetricValue } from "../../metrics/render-metric-value.js";
import type { WhyFigure } from "./why-query.js";

/** Move is how a number stands against the one before, in words; `tone` says whether that is good. */
export interface Move {
  readonly words: string;
  readonly tone: "better" | "worse" | "same";
}

type Moved = Pick<WhyFigure, "value" | "unit" | "currency">;

/** describeMove says a change by better or worse, not by its sign: "0.8 points better than 98.2 %", "3 more than 12". Null when there is nothing to compare. */
export function describeMove(value: Moved | null, previous: Moved | null, better: Direction): Move | null {
  const now = value?.value ?? null;
  const before = previous?.value ?? null;
  if (value === null || now === null || before === null) return null;
  const earlier = renderMetricValue(before, value);
  const difference = now - before;
  if (difference === 0) return { words: `the same as before: ${earlier}`, tone: "same" };
  const tone = better === "NEITHER" ? "same" : difference > 0 === (better === "HIGHER") ? "better" : "worse";
  return { words: `${describeSize(difference, value, tone)} than ${earlier}`, tone };
}

function describeSize(difference: number, of: Moved, tone: Move["tone"]): string {
  const size = Math.abs(difference);
  const direction = tone === "same" ? (difference > 0 ? "higher" : "lower") : tone;
  return `${renderContribution(size, of).replace("+", "")} ${direction}`;
}

/** renderContribution writes a part of a change with its sign, shares in points: "+1.2 points", "−3 min 20 s". */
export function renderContribution(part: number, of: { unit: string; currency?: string | null }): string {
  const sign = part > 0 ? "+" : part < 0 ? "−" : "";
  const size = Math.abs(part);
  if (of.unit !== "ratio" || of.currency) return `${sign}${renderMetricValue(size, of)}`;
  const points = size * 100;
  if (points < 0.01) return `${sign}0.01 points or less`;
  const words = renderMetricValue(points, { unit: "" });
  return `${sign}${words} ${words === "1" ? "point" : "points"}`;
}
