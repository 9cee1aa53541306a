import type { ReactNode } from "react";
import type { ChartMark } from "./chart-mark.js";

interface MarkLabelProps {
  readonly mark: ChartMark;
  /** viewBox is where the chart puts it. */
  readonly viewBox?: { readonly x?: number; readonly y?: number };
}

/** MarkLabel is the sign of something that happened, above the chart; pointing at it says what it was. */
export function MarkLabel(props: MarkLabelProps): ReactNode {
  const { mark, viewBox } = props;
  const { x = 0, y = 0 } = viewBox ?? {};
  const words = mark.words.join("\n");
  const color = mark.kind === "incident" ? "var(--bad)" : "var(--ink-2)";
  return (
    <g transform={`translate(${x - 7} ${y - 16})`} data-tip={words} role="img" aria-label={words} tabIndex={0}>
      <rect width={14} height={14} rx={mark.kind === "incident" ? 1 : 7} fill="var(--panel)" stroke={color} />
      <text x={7} y={10.5} textAnchor="middle" fontSize={9.5} fontWeight={620} fill={color}>
        {mark.letter}
      </text>
    </g>
  );
}
