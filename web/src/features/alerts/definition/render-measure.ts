import { formatExact } from "../../../format/format-number.js";
import { renderMetricValue } from "../../../metrics/render-metric-value.js";

/** renderMeasure writes a value or a threshold of a rule exactly: a limit of 0.25 % is not "0.3 %". */
export function renderMeasure(value: number, unit: string): string {
  if (unit === "ratio") return `${formatExact(Number((value * 100).toPrecision(4)))} %`;
  return renderMetricValue(value, { unit });
}
