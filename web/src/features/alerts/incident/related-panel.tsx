import type { ReactNode } from "react";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { buildPersonNames } from "../incidents/describe-incident.js";
import { IncidentRow } from "../incidents/incident-row.js";
import classes from "../incidents/incidents.module.css";
import type { Incident } from "../incidents/incidents-query.js";
import type { IncidentStory } from "./incident-query.js";

interface RelatedPanelProps {
  readonly title: string;
  readonly note: string;
  readonly incidents: readonly Incident[];
  readonly people: IncidentStory["people"];
  readonly empty: { readonly title: string; readonly text: string };
}

/** RelatedPanel lists incidents that have to do with one: what it is the cause of, or what fired there before. */
export function RelatedPanel(props: RelatedPanelProps): ReactNode {
  const now = useNow(30_000);
  const nameOf = buildPersonNames(props.people);
  return (
    <Panel title={props.title} note={props.note}>
      {props.incidents.length === 0 ? (
        <EmptyNote title={props.empty.title}>{props.empty.text}</EmptyNote>
      ) : (
        <ul className={classes.related} aria-label={props.title}>
          {props.incidents.map((incident) => (
            <li key={incident.id}>
              <IncidentRow incident={incident} now={now} nameOf={nameOf} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
