import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInstantInText } from "../../../format/format-instant.js";
import { catalogQuery } from "../../../metrics/catalog-query.js";
import { writeWhy } from "../../../metrics/why-question.js";
import { Panel } from "../../../ui/panel.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import classes from "./incident.module.css";
import type { IncidentStory } from "./incident-query.js";
import { listEvidence } from "./list-evidence.js";
import { readRuleFacts } from "./read-rule-facts.js";
import type { IncidentSubject } from "./read-subject.js";

/** EvidencePanel says what the decision to fire was made from, and leads to what lies behind it: drivers, rows, runs, exceptions. */
export function EvidencePanel(props: { story: IncidentStory; subject: IncidentSubject }): ReactNode {
  const { story, subject } = props;
  const { timeZone } = useWorkspace();
  const catalog = useQuery(catalogQuery).data;
  const fired = story.transitions.find(({ kind }) => kind === "fired");
  const facts = readRuleFacts(story.rule);
  const metricUnit = catalog?.find(({ id }) => id === subject.metric)?.unit ?? "count";
  const currency = story.incident.labels.find(({ name }) => name === "currency")?.value ?? null;
  const evidence =
    fired === undefined
      ? []
      : listEvidence(fired, { unit: story.incident.unit, currency, metricUnit, facts, timeZone });
  return (
    <Panel
      title="Why it fired"
      span={5}
      note={fired === undefined ? "" : formatInstantInText(new Date(fired.slotAt), timeZone)}
    >
      <dl className={classes.facts}>
        {evidence.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <BehindIt story={story} subject={subject} />
    </Panel>
  );
}

/** The ways to what moved the figure and to the rows it was counted from. */
function BehindIt(props: { story: IncidentStory; subject: IncidentSubject }): ReactNode {
  const { metric, filter, span } = props.subject;
  const [client] = filter.clients ?? [];
  const [workflow] = filter.workflows ?? [];
  const [change] = filter.changes ?? [];
  const [source] = filter.sources ?? [];
  const place = { client, store: filter.stores?.[0], channel: filter.channels?.[0], partner: filter.partners?.[0] };
  return (
    <ul className={classes.ways} aria-label="What lies behind it">
      {metric === null ? null : (
        <li>
          <Link
            to="."
            search={(previous) => ({
              ...previous,
              why: writeWhy({ metric, filter, range: { kind: "fixed", ...span } }),
            })}
            resetScroll={false}
          >
            What moved it, and the rows
          </Link>
        </li>
      )}
      {client === undefined || workflow === undefined ? null : (
        <li>
          <Link to="/runs" search={{ ...place, workflow: `${client}/${workflow}`, state: "overdue", order: "due" }}>
            Runs that are overdue
          </Link>
        </li>
      )}
      {client === undefined || change === undefined ? null : (
        <li>
          <Link to="/promotions/$client/$change" params={{ client, change }}>
            The launch
          </Link>
        </li>
      )}
      {source === undefined ? null : (
        <li>
          <Link to="/data-health" search={{ client, source }}>
            What the source sent
          </Link>
        </li>
      )}
      <li>
        <Link to="/exceptions" search={place}>
          Open exceptions there
        </Link>
      </li>
    </ul>
  );
}
