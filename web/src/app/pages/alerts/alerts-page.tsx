import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { describeWatch } from "../../../features/alerts/incidents/describe-watch.js";
import { IncidentListPanel } from "../../../features/alerts/incidents/incident-list-panel.js";
import type { IncidentChange } from "../../../features/alerts/incidents/incident-search.js";
import { alertWatchQuery } from "../../../features/alerts/incidents/incidents-query.js";
import { renderStanding } from "../../../features/alerts/incidents/render-standing.js";
import { incidentStandingQuery } from "../../../features/alerts/incidents/standing-query.js";
import { useNow } from "../../../time-range/use-now.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** AlertsPage shows what fires now with who has it, what is about to, and what was. */
export function AlertsPage(): ReactNode {
  const search = useSearch({ from: "/shell/alerts" });
  const navigate = useNavigate({ from: "/alerts" });
  const { filter } = useWorkspace();
  const now = useNow(10_000);
  const standing = useQuery(incidentStandingQuery(filter));
  const rules = useQuery(alertWatchQuery);
  const watch = rules.data === undefined ? undefined : describeWatch(rules.data, now);
  const change = (parts: IncidentChange): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false });
  return (
    <AlertsFrame
      title={standing.data === undefined ? "Alerts" : renderStanding(standing.data, watch?.isTrusted ?? false)}
      note={watch === undefined ? "" : [watch.words, ...watch.faults].join(" ")}
      shape={{
        title: "1 critical, 12 warnings to be taken",
        note: "66 rules watch what you see, evaluated within the last 3 min.",
      }}
    >
      <IncidentListPanel search={search} onChange={change} />
    </AlertsFrame>
  );
}
