import { lazy, Suspense, useState, type ReactNode } from "react";
import { formatNullReason } from "../format/format-null-reason.js";
import classes from "./figure.module.css";
import type { MetricFigure } from "./metrics-query.js";
import { renderFigureTip } from "./render-figure-tip.js";

const FigureExplanation = lazy(async () => ({ default: (await import("./figure-explanation.js")).FigureExplanation }));

interface FigureProps {
  readonly figure: MetricFigure | undefined;
  readonly render: (value: number) => string;
  /** label names the figure for readers that cannot see the column head ("Kept, price-sync"). */
  readonly label: string;
  readonly asOf: string;
  readonly timeZone: string;
  readonly tone?: "bad" | "dim" | "strong" | undefined;
}

/** Figure shows one number; pointing at it gives the exact value, and a click says how it is computed, how fresh and how complete it is. */
export function Figure(props: FigureProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { figure, label } = props;
  if (figure === undefined) return <span className={classes.none}>–</span>;
  const absent = figure.nullReason === "INSUFFICIENT_COVERAGE" ? "insufficient data" : "n/a";
  const text = figure.value === null ? absent : props.render(figure.value);
  const tip = figure.value === null ? `n/a: ${formatNullReason(figure.nullReason)}` : renderFigureTip(figure);
  const button = (
    <button
      type="button"
      className={classes.figure}
      data-tone={figure.value === null ? "dim" : props.tone}
      data-tip={isOpen ? undefined : tip}
      aria-label={`${label}: ${text}`}
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
    >
      {text}
    </button>
  );
  if (!isOpen) return button;
  return (
    <Suspense fallback={button}>
      <FigureExplanation {...props} figure={figure} onClose={() => setOpen(false)}>
        {button}
      </FigureExplanation>
    </Suspense>
  );
}
