import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { panelDriversQuery } from "../ask/panel-queries.js";
import { useSeen } from "../../../ui/use-seen.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import classes from "./kpi.module.css";
import { renderDriverSentence } from "./render-driver-sentence.js";
import type { Kpi } from "./use-kpi.js";

/** KpiDriver says in one sentence what moved an indicator most; it is asked once the indicator stands and has been seen. */
export function KpiDriver(props: { panel: PanelDefinition; kpi: Kpi }): ReactNode {
  const { panel, kpi } = props;
  const { compared } = useDashboard();
  const { filter, range, timeZone } = usePanelQuestion(panel);
  const metric = panel.metrics[0]?.metric ?? "";
  const { ref, isSeen } = useSeen<HTMLParagraphElement>();
  const [comparison] = compared;
  const question = { metric, dimensions: panel.drivers, filter, range, timeZone };
  const query = useQuery({
    ...panelDriversQuery({ ...question, ...(comparison === undefined ? {} : { compareTo: comparison }) }),
    enabled: kpi.hasBefore && isSeen,
  });
  const sentence = query.data === undefined ? null : renderDriverSentence(query.data, kpi.facts.better);
  // A card keeps the room of its driver, so that nothing moves when it comes; without one it says when there will be one.
  if (comparison !== undefined && !kpi.hasBefore)
    return (
      <p className={classes.driver} data-none="">
        What moved it is said once there is a range before it to compare with.
      </p>
    );
  return (
    <p ref={ref} className={classes.driver} data-awaited={kpi.hasBefore && query.isPending ? "" : undefined}>
      {sentence ?? describeNone(query)}
    </p>
  );
}

/** Without a sentence a card says why, so that it does not look as if something were missing. */
function describeNone(query: { readonly isFetching: boolean; readonly isSuccess: boolean; readonly isError: boolean }) {
  if (query.isSuccess) return "No single cause stands out.";
  if (query.isFetching) return "Looking for what moved it …";
  return query.isError ? "What moved it could not be asked for." : "";
}
