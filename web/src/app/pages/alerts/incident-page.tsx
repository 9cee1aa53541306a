import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { describeStanding } from "../../../features/alerts/incident/describe-standing.js";
import { EvidencePanel } from "../../../features/alerts/incident/evidence-panel.js";
import { IncidentActions } from "../../../features/alerts/incident/incident-actions.js";
import { IncidentChartPanel } from "../../../features/alerts/incident/incident-chart-panel.js";
import { IncidentFactsPanel } from "../../../features/alerts/incident/incident-facts-panel.js";
import { incidentQuery, type IncidentStory } from "../../../features/alerts/incident/incident-query.js";
import { readSubject } from "../../../features/alerts/incident/read-subject.js";
import { RelatedPanel } from "../../../features/alerts/incident/related-panel.js";
import { RunbookPanel } from "../../../features/alerts/incident/runbook-panel.js";
import { TimelinePanel } from "../../../features/alerts/incident/timeline-panel.js";
import { chooseIncidentShape, renderIncidentTitle } from "../../../features/alerts/incidents/describe-incident.js";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** IncidentPage shows one incident: how it stands, why it fired, what happened to it, and what to do. */
export function IncidentPage(): ReactNode {
  const { incident: id } = useParams({ from: "/shell/alerts/incidents/$incident" });
  const { names } = useWorkspace();
  const now = useNow(30_000);
  const query = useQuery(incidentQuery(id));
  const incident = query.data?.incident;
  return (
    <AlertsFrame
      title={
        incident === undefined ? (
          "Incident"
        ) : (
          <>
            <StateShape state={chooseIncidentShape(incident)} /> {renderIncidentTitle(incident, names)}
          </>
        )
      }
      note={incident === undefined ? "" : describeStanding(incident, now)}
      shape={{ title: "Orders fail on their way to the ERP, Northmart", note: "Critical, fires, not acknowledged" }}
      actions={incident === undefined ? null : <IncidentActions incident={incident} />}
    >
      <QueryFrame
        query={query}
        what="the incident"
        skeleton={
          <Panel title="What it is">
            <SkeletonRows rows={10} height={40} />
          </Panel>
        }
        isEmpty={(story) => story === null}
        empty={
          <Panel title="What it is">
            <EmptyNote title="There is no such incident in what you see.">
              <Link to="/alerts">Look at all incidents</Link>
            </EmptyNote>
          </Panel>
        }
      >
        {(story) => (story === null ? null : <Story story={story} now={now} />)}
      </QueryFrame>
    </AlertsFrame>
  );
}

function Story(props: { story: IncidentStory; now: Date }): ReactNode {
  const { story } = props;
  const subject = readSubject(story, props.now);
  const { metric } = subject;
  const { incident, children, alike, people, rule } = story;
  const isSame =
    alike.length === 1 ? "fired 1 other time" : `fired ${alike.length >= 30 ? "30 or more" : alike.length} other times`;
  return (
    <>
      <IncidentFactsPanel story={story} />
      {metric === null ? null : <IncidentChartPanel story={story} subject={{ ...subject, metric }} />}
      <EvidencePanel story={story} subject={subject} />
      <TimelinePanel story={story} />
      {rule === null ? null : <RunbookPanel rule={rule} />}
      {children.length === 0 ? null : (
        <RelatedPanel
          title="Held to be caused by it"
          note={children.length === 1 ? "1 alert" : `${children.length} alerts`}
          incidents={children}
          people={people}
          empty={{ title: "", text: "" }}
        />
      )}
      <RelatedPanel
        title="The same rule, the same place"
        note={alike.length === 0 ? "" : isSame}
        incidents={alike}
        people={people}
        empty={{
          title: "It never fired here before.",
          text: `${incident.ruleTitle} has no other incident of this place.`,
        }}
      />
    </>
  );
}
