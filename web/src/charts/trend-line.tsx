import type { ReactNode } from "react";
import { buildTrendPath } from "./build-trend-path.js";

const size = { width: 180, height: 34 };

/** TrendLine draws which way a figure went, as wide as there is room; a missing value is a gap. */
export function TrendLine(props: { values: readonly (number | null)[]; label: string }): ReactNode {
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      width="100%"
      height={size.height}
      role="img"
      aria-label={props.label}
      style={{ display: "block" }}
    >
      <path
        d={buildTrendPath(props.values, size)}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth={1.6}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
