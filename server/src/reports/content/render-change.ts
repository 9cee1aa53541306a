import type { MetricDefinition } from "../../metrics/metric-definition.js";
import { renderFigure, type FigureUnit } from "./render-figure.js";

/** FigureChange is a change in words, and whether it is for the better; null where neither way is. */
export interface FigureChange {
  readonly words: string;
  readonly isBetter: boolean | null;
}

const NEGLIGIBLE = 1e-9;

/** renderChange says how a figure moved from one period to the next: "0.8 points better", "12 more", "no change". Ratios move by points. */
export function renderChange(
  { better }: Pick<MetricDefinition, "better">,
  unit: FigureUnit,
  { value, before }: { value: number | null; before: number | null },
): FigureChange | undefined {
  if (value === null || before === null) return undefined;
  const difference = value - before;
  if (Math.abs(difference) <= NEGLIGIBLE * Math.max(1, Math.abs(value), Math.abs(before)))
    return { words: "no change", isBetter: null };
  const amount = renderAmount(Math.abs(difference), unit);
  if (better === "NEITHER") return { words: `${amount} ${difference > 0 ? "more" : "fewer"}`, isBetter: null };
  const isBetter = difference > 0 === (better === "HIGHER");
  return { words: `${amount} ${isBetter ? "better" : "worse"}`, isBetter };
}

function renderAmount(amount: number, unit: FigureUnit): string {
  if (unit.currency !== null || unit.unit !== "ratio") return renderFigure(amount, unit);
  const points = amount * 100;
  return points < 0.05 ? "less than 0.1 points" : `${points.toFixed(1)} points`;
}
