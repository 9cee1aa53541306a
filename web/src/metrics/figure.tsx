import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatNullReason } from "../format/format-null-reason.js";
import { useWorkspace } from "../workspace/workspace-context.js";
import { buildFigureWhy, type FigureOrigin } from "./build-figure-why.js";
import classes from "./figure.module.css";
import type { MetricFigure } from "./metrics-query.js";
import { renderFigureTip } from "./render-figure-tip.js";

interface FigureProps {
  readonly figure: MetricFigure | undefined;
  readonly render: (value: number) => string;
  /** label names the figure for readers that cannot see the column head ("Kept, price-sync"). */
  readonly label: string;
  /** of is what the figure was asked with where that is not the scope and range of the page: of a group its key, of a store its filter. */
  readonly of?: FigureOrigin | undefined;
  readonly tone?: "bad" | "dim" | "strong" | undefined;
}

/**
 * Figure shows one number; pointing at it gives the exact value, and a click opens the Why panel: how it is computed, how fresh and how
 * complete it is, what moved it, and the rows behind it.
 */
export function Figure(props: FigureProps): ReactNode {
  const { filter } = useWorkspace();
  const { figure, label } = props;
  const why = figure === undefined ? null : buildFigureWhy(figure, filter, props.of);
  const isExplained = useSearch({ strict: false, select: (search) => why !== null && search.why === why });
  const navigate = useNavigate();
  if (figure === undefined) return <span className={classes.none}>–</span>;
  const absent = figure.nullReason === "INSUFFICIENT_COVERAGE" ? "insufficient data" : "n/a";
  const text = figure.value === null ? absent : props.render(figure.value);
  const tip = figure.value === null ? `n/a: ${formatNullReason(figure.nullReason)}` : renderFigureTip(figure);
  const tone = figure.value === null ? "dim" : props.tone;
  // What is shown, unrounded: for whoever reads the page by a program, and for the test that holds it against the answer.
  const told = {
    "data-metric": figure.metric,
    "data-value": figure.value ?? "",
    "data-currency": figure.currency ?? "",
  };
  if (why === null)
    return (
      <span className={classes.figure} data-plain="" data-tone={tone} data-tip={tip} {...told}>
        {text}
      </span>
    );
  return (
    <button
      type="button"
      className={classes.figure}
      data-tone={tone}
      data-tip={tip}
      aria-label={`${label}: ${text}`}
      aria-haspopup="dialog"
      data-on={isExplained ? "" : undefined}
      data-why={why}
      {...told}
      onClick={() => void navigate({ to: ".", search: (previous) => ({ ...previous, why }), resetScroll: false })}
    >
      {text}
    </button>
  );
}
