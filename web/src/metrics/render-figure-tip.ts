import { formatClock } from "../format/format-instant.js";
import { formatExact } from "../format/format-number.js";
import { formatRatio } from "../format/format-ratio.js";
import { renderFigureValue } from "./render-figure-value.js";
import type { MetricFigure } from "./metrics-query.js";

type Tipped = Pick<MetricFigure, "value" | "unit" | "currency" | "numerator" | "denominator" | "coverage">;

/** renderFigureTip writes the exact value of a figure with what it was divided from, how much was measured, and as of when. */
export function renderFigureTip(figure: Tipped, asOf: { at: Date; timeZone: string } | null = null): string {
  const lines = [figure.value === null ? "n/a" : renderFigureValue(figure.value, figure)];
  if (figure.numerator !== null && figure.denominator !== null) {
    lines.push(`${formatExact(figure.numerator)} of ${formatExact(figure.denominator)}`);
  }
  if (figure.coverage !== null) lines.push(`measured: ${formatRatio(figure.coverage)}`);
  if (asOf !== null) lines.push(`as of ${formatClock(asOf.at, asOf.timeZone)}`);
  return lines.join("\n");
}
