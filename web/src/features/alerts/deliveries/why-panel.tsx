import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInstant, formatInstantExact, formatInstantInText } from "../../../format/format-instant.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { StateShape } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { SeverityMark } from "../severity-mark.js";
import { incidentAnswerQuery, type IncidentAnswer } from "./deliveries-query.js";
import classes from "./deliveries.module.css";
import { describeIncidentPlace } from "./describe-incident-place.js";
import { describePurpose } from "./describe-delivery.js";
import { groupDispositions, type ToldContact } from "./group-dispositions.js";

interface WhyPanelProps {
  readonly incident: string;
  readonly now: Date;
  readonly onOpen: (delivery: string) => void;
  readonly onLeave: () => void;
}

/** WhyPanel says for each contact whether it was told of an incident, and why, or why not. */
export function WhyPanel(props: WhyPanelProps): ReactNode {
  const query = useQuery(incidentAnswerQuery(props.incident));
  return (
    <Panel
      title="Why was I told, or not?"
      note={
        <button type="button" className={table.pick} onClick={props.onLeave}>
          Choose another incident
        </button>
      }
    >
      <QueryFrame query={query} what="who was told" skeleton={<SkeletonRows rows={5} height={36} />}>
        {(answer) => <Answer {...props} answer={answer} />}
      </QueryFrame>
    </Panel>
  );
}

function Answer(props: WhyPanelProps & { answer: IncidentAnswer }): ReactNode {
  const { names, timeZone } = useWorkspace();
  const { answer } = props;
  const incident = answer.alertIncident?.incident;
  if (incident === undefined)
    return (
      <EmptyNote title="There is no such incident that you may see.">
        It may be of a place outside your scope.
      </EmptyNote>
    );
  const contacts = groupDispositions(answer);
  return (
    <>
      <p className={classes.headline}>
        <SeverityMark severity={incident.severity} />{" "}
        <Link to="/alerts/incidents/$incident" params={{ incident: incident.id }} className={table.link}>
          <strong>{incident.title}</strong>
        </Link>{" "}
        <span>
          {describeIncidentPlace(incident, names)}, fired {formatInstantInText(new Date(incident.firedAt), timeZone)}
          {incident.resolvedAt === null
            ? ", goes on"
            : `, over ${formatInstantInText(new Date(incident.resolvedAt), timeZone)}`}
        </span>
      </p>
      {contacts.length === 0 ? (
        <EmptyNote title="No contact that you may see is concerned.">
          Add a contact of your own and subscribe it, to be told of the next one.
        </EmptyNote>
      ) : (
        <ul className={classes.reasons}>
          {contacts.map((contact) => (
            <Reason key={contact.contact} {...props} contact={contact} />
          ))}
        </ul>
      )}
    </>
  );
}

function Reason(props: WhyPanelProps & { contact: ToldContact }): ReactNode {
  const { timeZone } = useWorkspace();
  const { contact, now } = props;
  return (
    <li>
      <span className={classes.who}>
        <StateShape state={contact.shape} />
        <strong>{contact.title}</strong>
      </span>
      <ul>
        {contact.reason === "" ? null : <li className={classes.never}>{contact.reason}</li>}
        {contact.lines.map(({ transition, kind, explanation, delivery, createdAt, decidedAt }) => {
          const at = new Date(decidedAt ?? createdAt);
          return (
            <li key={`${transition} ${kind}`}>
              <em>{describePurpose(kind)}</em> {explanation}{" "}
              <span className={classes.never} data-tip={formatInstantExact(at, timeZone)}>
                {formatInstant(at, timeZone, now)}
              </span>{" "}
              {delivery === null ? null : (
                <button type="button" className={`${table.pick} ${classes.see}`} onClick={() => props.onOpen(delivery)}>
                  See the message
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
