import type { ReactNode } from "react";
import { isLone } from "./is-lone.js";

interface LoneDotProps {
  readonly values: readonly (number | null | undefined)[];
  readonly color: string;
  /** cx, cy and index are where the chart puts it. */
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly index?: number | undefined;
}

/** LoneDot shows a value between two gaps, which a line alone would leave out. */
export function LoneDot(props: LoneDotProps): ReactNode {
  const { cx, cy, index = -1 } = props;
  if (typeof cx !== "number" || typeof cy !== "number" || !isLone(props.values, index)) return null;
  return <circle cx={cx} cy={cy} r={1.8} fill={props.color} />;
}
