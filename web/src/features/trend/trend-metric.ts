import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";

/** TrendMetric is a metric the chart offers: how it is drawn and how its values are said. */
export interface TrendMetric {
  readonly id: string;
  readonly words: string;
  readonly draw: "line" | "bars";
  readonly kind: "duration" | "ratio" | "count";
  readonly format: (value: number) => string;
}

/** trendMetrics lists what the chart offers, the default first. */
export const trendMetrics: readonly [TrendMetric, ...TrendMetric[]] = [
  { id: "duration_p95", words: "Duration p95", draw: "line", kind: "duration", format: formatDuration },
  { id: "sla_attainment", words: "Kept", draw: "line", kind: "ratio", format: formatRatio },
  { id: "runs_finished", words: "Finished", draw: "bars", kind: "count", format: formatCount },
  { id: "sla_overdue", words: "Overdue", draw: "bars", kind: "count", format: formatCount },
  { id: "failure_rate", words: "Failed", draw: "line", kind: "ratio", format: formatRatio },
];
