import { formatExact } from "../format/format-number.js";
import { formatRatio } from "../format/format-ratio.js";
import { renderFigureValue } from "./render-figure-value.js";
import type { MetricFigure } from "./metrics-query.js";

type Tipped = Pick<MetricFigure, "value" | "unit" | "currency" | "numerator" | "denominator" | "coverage">;

/** renderFigureTip writes the exact value of a figure with what it was divided from, and how much was measured; as of when, the frame around it says. */
export function renderFigureTip(figure: Tipped): string {
  const lines = [figure.value === null ? "n/a" : renderFigureValue(figure.value, figure)];
  if (figure.numerator !== null && figure.denominator !== null) {
    lines.push(`${formatExact(figure.numerator)} of ${formatExact(figure.denominator)}`);
  }
  if (figure.coverage !== null) lines.push(`measured: ${formatRatio(figure.coverage)}`);
  return lines.join("\n");
}
