import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatNullReason } from "../../format/format-null-reason.js";
import { renderMetricValue } from "../../metrics/render-metric-value.js";
import { describeMove } from "./describe-move.js";
import type { Why } from "./why-query.js";
import classes from "./why.module.css";

interface WhyHeadlineProps {
  readonly why: Why;
  readonly period: string;
  readonly filterWords: readonly string[];
}

/** WhyHeadline is the number itself with what it means, how it is computed, and how it moved. */
export function WhyHeadline(props: WhyHeadlineProps): ReactNode {
  const { why, filterWords } = props;
  const { metric, value } = why;
  const move = describeMove(value, why.previous, metric.better);
  return (
    <section className={classes.headline} aria-label={metric.title}>
      <h3>{metric.title}</h3>
      <p className={classes.scope}>
        {filterWords.length === 0 ? "everything you may see" : filterWords.join(", ")}, {props.period}
      </p>
      <p className={classes.value}>{renderValue(value)}</p>
      {value === null || value.value !== null ? null : (
        <p className={classes.absent}>No value: {value.learning ?? formatNullReason(value.nullReason)}.</p>
      )}
      {move === null ? null : (
        <p className={classes.move} data-tone={move.tone}>
          {move.words}
        </p>
      )}
      <p>{metric.meaning}</p>
      <p className={classes.formula}>{metric.formula}</p>
      <Link className={classes.link ?? ""} to="/catalogue/$id" params={{ id: metric.id }}>
        {metric.id} in the catalogue
      </Link>
    </section>
  );
}

function renderValue(value: Why["value"]): string {
  if (value === null || value.value === null) return "n/a";
  return renderMetricValue(value.value, value);
}
