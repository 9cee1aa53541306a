import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { PersonNames } from "../incidents/describe-incident.js";
import { mayAct } from "../incidents/do-deed.js";
import { incidentAssigneesQuery, type Incident } from "../incidents/incidents-query.js";
import { useIncidentDeeds } from "../incidents/use-incident-deeds.js";
import classes from "./incident.module.css";

/** OwnerChoice says whose an incident is; whoever may act gives it to somebody who sees all of it. */
export function OwnerChoice(props: { incident: Incident; nameOf: PersonNames }): ReactNode {
  const { me } = useWorkspace();
  const { incident, nameOf } = props;
  const isChoice = mayAct(me) && incident.status !== "RESOLVED";
  const people = useQuery({ ...incidentAssigneesQuery(incident.id), enabled: isChoice }).data ?? [];
  const deeds = useIncidentDeeds();
  if (!isChoice) return incident.owner === null ? "nobody" : nameOf(incident.owner);
  const isListed = incident.owner === null || people.some(({ id }) => id === incident.owner);
  return (
    <>
      <select
        className={classes.owner}
        aria-label="Owner"
        value={incident.owner ?? ""}
        disabled={deeds.isPending}
        onChange={(event) => {
          const owner = event.currentTarget.value;
          deeds.mutate({ ids: [incident.id], deed: { kind: "assign", owner: owner === "" ? null : owner } });
        }}
      >
        <option value="">nobody</option>
        {isListed ? null : <option value={incident.owner ?? ""}>{nameOf(incident.owner)}</option>}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === me.id ? `${name} (you)` : name}
          </option>
        ))}
      </select>
      <span role="alert" className={classes.fault}>
        {deeds.error?.message ?? ""}
      </span>
    </>
  );
}
