import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { incidentStandingQuery } from "../../features/alerts/incidents/standing-query.js";
import { formatCount } from "../../format/format-number.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./navigation.module.css";

/** OpenIncidents is the small count of critical incidents and warnings that nobody has taken, beside their page; without any it is not shown. */
export function OpenIncidents(): ReactNode {
  const { filter } = useWorkspace();
  const { critical = 0, warning = 0 } = useQuery(incidentStandingQuery(filter)).data ?? {};
  return critical + warning === 0 ? null : (
    <span className={classes.count} data-tone={critical === 0 ? "risk" : undefined}>
      {formatCount(critical + warning)}
      <span className="visually-hidden"> not acknowledged, {critical} of them critical</span>
    </span>
  );
}
