import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { DeedDialog, type DialogDeed } from "../incidents/deed-dialog.js";
import { renderIncidentTitle } from "../incidents/describe-incident.js";
import { mayAct, mayClose } from "../incidents/do-deed.js";
import type { Incident } from "../incidents/incidents-query.js";
import { writeSilenceMatchers } from "./build-incident-filter.js";
import classes from "./incident.module.css";

/** IncidentActions is what can be done about an incident, and the ways to who was told and to a silence. */
export function IncidentActions(props: { incident: Incident }): ReactNode {
  const { incident } = props;
  const { me, names } = useWorkspace();
  const [deed, setDeed] = useState<DialogDeed | null>(null);
  const isOver = incident.status === "RESOLVED";
  const canAct = mayAct(me) && !isOver;
  return (
    <div className={classes.actions}>
      {canAct && incident.status === "OPEN" ? (
        <button type="button" className={classes.main} onClick={() => setDeed("acknowledge")}>
          Acknowledge
        </button>
      ) : null}
      {canAct && incident.status === "ACKNOWLEDGED" ? (
        <button type="button" onClick={() => setDeed("withdraw")}>
          Open again
        </button>
      ) : null}
      {canAct && mayClose(me) ? (
        <button type="button" onClick={() => setDeed("resolve")}>
          Resolve
        </button>
      ) : null}
      {canAct ? (
        <Link to="/alerts/silences" search={{ open: "new", matchers: writeSilenceMatchers(incident) }}>
          Silence this
        </Link>
      ) : null}
      <Link to="/alerts/deliveries" search={{ incident: incident.id }}>
        Who was told
      </Link>
      {deed === null ? null : (
        <DeedDialog
          deed={deed}
          ids={[incident.id]}
          about={renderIncidentTitle(incident, names)}
          hasCritical={incident.severity === "CRITICAL"}
          onClose={() => setDeed(null)}
        />
      )}
    </div>
  );
}
