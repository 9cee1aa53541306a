import { Popover } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatExact } from "../format/format-number.js";
import { formatInstantExact } from "../format/format-instant.js";
import { formatNullReason } from "../format/format-null-reason.js";
import { formatRatio } from "../format/format-ratio.js";
import { catalogQuery } from "./catalog-query.js";
import classes from "./figure.module.css";
import type { MetricFigure } from "./metrics-query.js";
import { renderFigureValue } from "./render-figure-value.js";

interface FigureExplanationProps {
  readonly figure: MetricFigure;
  readonly label: string;
  readonly asOf: string;
  readonly timeZone: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** FigureExplanation answers how a number is computed, how fresh and how complete it is. */
export function FigureExplanation(props: FigureExplanationProps): ReactNode {
  const { figure } = props;
  const catalog = useQuery(catalogQuery);
  const metric = catalog.data?.find((entry) => entry.id === figure.metric);
  return (
    <Popover opened onChange={props.onClose} position="bottom" shadow="md" withArrow trapFocus={false} withinPortal>
      <Popover.Target>{props.children}</Popover.Target>
      <Popover.Dropdown className={classes.explain ?? ""}>
        <h3>{metric?.title ?? props.label}</h3>
        <p>{metric?.meaning ?? (catalog.isPending ? "…" : "")}</p>
        {metric === undefined ? null : <p className={classes.formula}>{metric.formula}</p>}
        <dl>
          <dt>Exactly</dt>
          <dd>
            {figure.value === null
              ? `n/a: ${formatNullReason(figure.nullReason)}`
              : renderFigureValue(figure.value, figure)}
          </dd>
          {figure.numerator === null || figure.denominator === null ? null : (
            <>
              <dt>From</dt>
              <dd>{`${formatExact(figure.numerator)} of ${formatExact(figure.denominator)}`}</dd>
            </>
          )}
          <dt>Measured</dt>
          <dd>{figure.coverage === null ? "not known" : formatRatio(figure.coverage)}</dd>
          <dt>As of</dt>
          <dd>{formatInstantExact(new Date(props.asOf), props.timeZone)}</dd>
          <dt>Metric</dt>
          <dd>{figure.metric}</dd>
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
