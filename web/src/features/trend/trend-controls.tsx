import type { ReactNode } from "react";
import classes from "./trend.module.css";
import { trendMetrics, type TrendMetric } from "./trend-metric.js";

interface TrendControlsProps {
  readonly metric: TrendMetric;
  readonly workflow: string | null | undefined;
  readonly onChange: (change: { chart?: string; workflow?: string | undefined }) => void;
}

/** TrendControls choose the metric of the chart, and lead back to all workflows. */
export function TrendControls(props: TrendControlsProps): ReactNode {
  const { metric } = props;
  return (
    <div className={classes.controls}>
      <select
        aria-label="Metric of the chart"
        value={metric.id}
        onChange={(event) => props.onChange({ chart: event.currentTarget.value })}
      >
        {trendMetrics.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entry.words}
          </option>
        ))}
      </select>
      {!props.workflow ? null : (
        <button type="button" onClick={() => props.onChange({ workflow: "all" })}>
          All workflows
        </button>
      )}
    </div>
  );
}
