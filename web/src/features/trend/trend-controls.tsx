import type { ReactNode } from "react";
import type { TimeChartData } from "../../charts/time-chart-data.js";
import { buildTrendCsv } from "./build-trend-csv.js";
import classes from "./trend.module.css";
import { trendMetrics, type TrendMetric } from "./trend-metric.js";

interface TrendControlsProps {
  readonly metric: TrendMetric;
  readonly workflow: string | null;
  readonly isTable: boolean;
  readonly data: TimeChartData | null;
  readonly subject: string;
  readonly onChange: (change: { chart?: string; as?: string | undefined; workflow?: string | undefined }) => void;
}

/** TrendControls choose the metric, turn the chart into a table, and save its numbers. */
export function TrendControls(props: TrendControlsProps): ReactNode {
  const { metric, data } = props;
  const save = (): void => {
    if (data !== null) saveText(`${props.subject} ${metric.id}.csv`, buildTrendCsv(data, metric.id));
  };
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
      {props.workflow === null ? null : (
        <button type="button" onClick={() => props.onChange({ workflow: "all" })}>
          All workflows
        </button>
      )}
      <button
        type="button"
        aria-pressed={props.isTable}
        onClick={() => props.onChange({ as: props.isTable ? undefined : "table" })}
      >
        Table
      </button>
      <button type="button" disabled={data === null} onClick={save}>
        CSV
      </button>
    </div>
  );
}

function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
