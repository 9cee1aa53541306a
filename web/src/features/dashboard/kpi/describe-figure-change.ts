import { formatFigure } from "../../../metrics/format-figure.js";
import type { Direction } from "../../../graphql/operations.js";

/** FigureChange says how a value moved and whether that is good. */
export interface FigureChange {
  readonly words: string;
  readonly tone: "good" | "worse" | "same";
}

interface Compared {
  readonly value: number | null;
  readonly previous: number | null;
  readonly unit: string;
  readonly currency?: string | null;
  readonly better: Direction;
}

/**
 * describeFigureChange says a change by better or worse, not by its sign: "0.8 points better than Q3". Null when there is nothing to compare.
 * Where neither way is better it says more or less.
 */
export function describeFigureChange(compared: Compared, than: string): FigureChange | null {
  const { value, previous, unit, better } = compared;
  if (value === null || previous === null) return null;
  const difference = value - previous;
  const size = renderSize(Math.abs(difference), compared);
  if (isNothing(difference, unit, size)) return { words: `as ${than}`, tone: "same" };
  if (better === "NEITHER") return { words: `${size} ${difference > 0 ? "more" : "less"} than ${than}`, tone: "same" };
  const isBetter = difference > 0 === (better === "HIGHER");
  return { words: `${size} ${isBetter ? "better" : "worse"} than ${than}`, tone: isBetter ? "good" : "worse" };
}

function renderSize(size: number, { unit, currency }: Compared): string {
  if (unit === "ratio") return `${(size * 100).toFixed(1)} points`;
  return formatFigure(size, { unit, currency: currency ?? null });
}

/** A change too small to be seen in its own words is none. */
function isNothing(difference: number, unit: string, size: string): boolean {
  return difference === 0 || (unit === "ratio" && size === "0.0 points") || size === "0";
}
