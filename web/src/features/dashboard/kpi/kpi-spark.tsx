import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { TrendLine } from "../../../charts/trend-line.js";
import { panelSeriesQuery } from "../ask/panel-queries.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import classes from "./kpi.module.css";

/** A line of this width shows no more. */
const pointsAtMost = 60;

/** KpiSpark draws which way an indicator went over the range. */
export function KpiSpark(props: { panel: PanelDefinition; currency: string | null }): ReactNode {
  const question = usePanelQuestion(props.panel);
  const query = useQuery(panelSeriesQuery(question, pointsAtMost));
  const values = query.data?.groups.flatMap((group) => group.values) ?? [];
  const metric = question.metrics[0];
  const shown = values.find((value) => value.metric === metric && value.currency === props.currency);
  const points = shown?.series?.map(({ value }) => value) ?? [];
  return (
    <div className={classes.spark} data-awaited={query.isPending ? "" : undefined}>
      {points.some((value) => value !== null) ? (
        <TrendLine values={points} label={`${props.panel.title}, ${query.data?.bucket.each ?? ""}`} />
      ) : null}
    </div>
  );
}
