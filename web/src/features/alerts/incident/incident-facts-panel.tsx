import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInstantInText } from "../../../format/format-instant.js";
import { useNow } from "../../../time-range/use-now.js";
import { Panel } from "../../../ui/panel.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { buildPersonNames, describeEnd, describeHolder, renderIncidentTitle } from "../incidents/describe-incident.js";
import type { Incident } from "../incidents/incidents-query.js";
import classes from "./incident.module.css";
import type { IncidentStory } from "./incident-query.js";
import { OwnerChoice } from "./owner-choice.js";

const places = new Set(["client", "store", "channel", "partner", "severity"]);

/** IncidentFactsPanel says where an incident is, whose it is, what rule it is of and what it is part of. */
export function IncidentFactsPanel(props: { story: IncidentStory }): ReactNode {
  const { incident, people, parent } = props.story;
  const { names, timeZone } = useWorkspace();
  const now = useNow(30_000);
  const nameOf = buildPersonNames(people);
  const holder = describeHolder(incident, { nameOf, timeZone, now });
  const others = incident.labels.filter(({ name }) => !places.has(name));
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["Where", <Places key="where" incident={incident} />],
    [
      "Rule",
      <Link key="rule" to="/alerts/rules/$rule" params={{ rule: incident.rule }}>
        {incident.ruleTitle}
      </Link>,
    ],
    ["Fired", formatInstantInText(new Date(incident.firedAt), timeZone)],
    incident.resolvedAt === null
      ? ["Acknowledged", incident.status === "ACKNOWLEDGED" ? `${holder.who}, ${holder.note}` : "no"]
      : ["Over", `${formatInstantInText(new Date(incident.resolvedAt), timeZone)}: ${describeEnd(incident)}`],
    ["Owner", <OwnerChoice key="owner" incident={incident} nameOf={nameOf} />],
    ...(others.length === 0
      ? []
      : [["Labels", others.map(({ name, value }) => `${name} ${value}`).join(", ")] as const]),
    ...(parent === null
      ? []
      : [
          [
            "Part of",
            <Link key="parent" to="/alerts/incidents/$incident" params={{ incident: parent.id }}>
              {renderIncidentTitle(parent, names)}
            </Link>,
          ] as const,
        ]),
    ...(parent === null || incident.cause === null ? [] : [["Because of the same", incident.cause] as const]),
  ];
  return (
    <Panel title="What it is">
      <dl className={`${classes.facts} ${classes.wide}`}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** Each part of the place leads to its page. */
function Places(props: { incident: Incident }): ReactNode {
  const { client, store, channel, partner } = props.incident;
  const { names } = useWorkspace();
  if (client === null) return "all clients";
  return (
    <span className={classes.places}>
      {store === null ? null : (
        <Link to="/stores/$client/$store" params={{ client, store }}>
          {names.store(client, store)}
        </Link>
      )}
      {partner === null ? null : (
        <Link to="/partners/$client/$partner" params={{ client, partner }}>
          {names.partner(client, partner)}
        </Link>
      )}
      {channel === null ? null : (
        <Link to="/channels/$client/$channel" params={{ client, channel }}>
          {names.channel(client, channel)}
        </Link>
      )}
      <Link to="/clients/$client" params={{ client }}>
        {names.client(client)}
      </Link>
    </span>
  );
}
