import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatInstant } from "../../../format/format-instant.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { SeverityMark } from "../severity-mark.js";
import { recentIncidentsQuery } from "./deliveries-query.js";
import classes from "./deliveries.module.css";
import { describeIncidentPlace } from "./describe-incident-place.js";

/** IncidentPicker offers the newest incidents to whoever wonders why they were told, or were not. */
export function IncidentPicker(props: { now: Date; onPick: (incident: string) => void }): ReactNode {
  const { timeZone, names } = useWorkspace();
  const query = useQuery(recentIncidentsQuery);
  return (
    <Panel title="Why was I told, or not?" note="choose an incident" span={4}>
      <QueryFrame
        query={query}
        what="the newest incidents"
        skeleton={<SkeletonRows rows={8} height={44} />}
        isEmpty={(incidents) => incidents.length === 0}
        empty={
          <EmptyNote title="There was no incident yet.">
            When a rule fires, it is explained here who hears of it.
          </EmptyNote>
        }
      >
        {(incidents) => (
          <ul className={classes.incidents}>
            {incidents.map((incident) => (
              <li key={incident.id}>
                <button type="button" className={table.pick} onClick={() => props.onPick(incident.id)}>
                  {incident.title}
                </button>
                <small>
                  <SeverityMark severity={incident.severity} /> ·{" "}
                  {formatInstant(new Date(incident.firedAt), timeZone, props.now)} ·{" "}
                  {describeIncidentPlace(incident, names)}
                </small>
              </li>
            ))}
          </ul>
        )}
      </QueryFrame>
    </Panel>
  );
}
