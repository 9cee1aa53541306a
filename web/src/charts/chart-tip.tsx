import type { ReactNode } from "react";
import classes from "./chart-tip.module.css";

interface ChartTipProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: { readonly lines?: readonly string[] } }[];
}

/** ChartTip says the exact value of the pointed bucket, with numerator, denominator and how much of it was measured. */
export function ChartTip(props: ChartTipProps): ReactNode {
  const lines = props.active === true ? (props.payload?.[0]?.payload?.lines ?? []) : [];
  if (lines.length === 0) return null;
  return (
    <div className={classes.tip}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
