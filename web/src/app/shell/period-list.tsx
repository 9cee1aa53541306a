import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { reportingPeriodsQuery } from "../../time-range/reporting-periods-query.js";
import type { TimeRange } from "../../time-range/time-range.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./range-picker.module.css";

interface PeriodListProps {
  readonly timeZone: string;
  readonly chosen: TimeRange;
  readonly onChoose: (range: TimeRange) => void;
}

/** PeriodList offers the periods people report by: months, quarters and years of the calendar, and of the retail calendar where one is set. */
export function PeriodList(props: PeriodListProps): ReactNode {
  const { scope } = useWorkspace();
  const { client: pageClient } = useParams({ strict: false });
  const clients = pageClient === undefined ? scope.clients : [pageClient];
  const client = clients.length === 1 ? clients[0] : undefined;
  const periods = useQuery(reportingPeriodsQuery({ client, timeZone: props.timeZone })).data ?? [];
  const chosen = props.chosen.kind === "fixed" ? props.chosen.period?.id : undefined;
  return periods.map(({ id, title, calendar, from, to }) => (
    <button
      key={id}
      type="button"
      className={classes.preset}
      aria-pressed={chosen === id}
      onClick={() => props.onChoose({ kind: "fixed", from, to, period: { id, title, calendar } })}
    >
      {title}
      {id.includes("last-") ? "" : " so far"}
    </button>
  ));
}
