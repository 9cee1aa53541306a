import type { ReactNode } from "react";
import classes from "./bar-list.module.css";

/** BarRow is one bar: from and to are shares of the width, 0 to 1; `mark` is a place on it, such as a target. */
export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly from: number;
  readonly to: number;
  readonly tone: "plain" | "bad" | "good" | "dim";
  readonly value: ReactNode;
  readonly aside?: ReactNode;
}

interface BarListProps {
  readonly label: string;
  readonly rows: readonly BarRow[];
  /** zero is where the bars begin, as a share of the width; a line stands there unless it is the edge. */
  readonly zero?: number;
}

/** BarList draws bars as rows with a name and a value: they begin at zero, and every one can be read without its length. */
export function BarList(props: BarListProps): ReactNode {
  const { zero = 0 } = props;
  return (
    <ul className={classes.bars} aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={row.key} className={classes.row}>
          <span className={classes.name}>{row.name}</span>
          <span className={classes.track} aria-hidden="true">
            {zero > 0 ? <i className={classes.zero} style={{ left: percent(zero) }} /> : null}
            <i
              className={classes.bar}
              data-tone={row.tone}
              style={{ left: percent(row.from), width: percent(Math.max(0.004, row.to - row.from)) }}
            />
          </span>
          <span className={classes.value}>{row.value}</span>
          {row.aside === undefined ? null : <span className={classes.aside}>{row.aside}</span>}
        </li>
      ))}
    </ul>
  );
}

function percent(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}
