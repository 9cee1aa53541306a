import type { ReactNode } from "react";
import classes from "./interval-list.module.css";

/** IntervalRow is a value with the interval in which it lies; places are shares of the width, null where there is too little to say. */
export interface IntervalRow {
  readonly key: string;
  readonly rank: number | null;
  readonly name: ReactNode;
  readonly at: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly isMissed: boolean;
  readonly value: ReactNode;
  readonly sample: ReactNode;
}

interface IntervalListProps {
  readonly label: string;
  readonly rows: readonly IntervalRow[];
  readonly target: number | null;
  readonly low: string;
  readonly high: string;
}

/** IntervalList draws a ranking: each value as a dot in its interval, the target as a line, what is not ranked without either. */
export function IntervalList(props: IntervalListProps): ReactNode {
  return (
    <div className={classes.ranking}>
      <ol className={classes.rows} aria-label={props.label}>
        {props.rows.map((row) => (
          <li key={row.key} className={classes.row} data-thin={row.rank === null ? "" : undefined}>
            <span className={classes.rank}>{row.rank ?? "–"}</span>
            <span className={classes.name}>{row.name}</span>
            <span className={classes.track} aria-hidden="true">
              {props.target === null ? null : <i className={classes.target} style={{ left: percent(props.target) }} />}
              {row.from === null || row.to === null ? null : (
                <i
                  className={classes.interval}
                  style={{ left: percent(row.from), width: percent(Math.max(0.004, row.to - row.from)) }}
                />
              )}
              {row.at === null ? null : (
                <i
                  className={classes.dot}
                  data-missed={row.isMissed ? "" : undefined}
                  style={{ left: percent(row.at) }}
                />
              )}
            </span>
            <span className={classes.value}>{row.value}</span>
            <span className={classes.sample}>{row.sample}</span>
          </li>
        ))}
      </ol>
      <div className={classes.axis} aria-hidden="true">
        <span>{props.low}</span>
        <span>{props.high}</span>
      </div>
    </div>
  );
}

function percent(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}
