import type { ReactNode } from "react";
import { buildSparkPath } from "./build-spark-path.js";

/** Sparkline draws a small line of values, zero at its foot; a missing value is a gap. It is drawn by hand: thirty of them need no chart library. */
export function Sparkline(props: { values: readonly (number | null)[]; label: string }): ReactNode {
  return (
    <svg viewBox="0 0 76 22" width={76} height={22} role="img" aria-label={props.label} style={{ display: "block" }}>
      <path
        d={buildSparkPath(props.values, { width: 76, height: 22 })}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth={1.3}
      />
    </svg>
  );
}
