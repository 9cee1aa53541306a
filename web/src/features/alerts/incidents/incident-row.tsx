import { Link } from "@tanstack/react-router";
import { memo, type ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { severityWords } from "../severity-mark.js";
import {
  chooseIncidentShape,
  describeEnd,
  describeHolder,
  listPlaces,
  listSubjects,
  renderAge,
  renderIncidentTitle,
  type PersonNames,
} from "./describe-incident.js";
import classes from "./incidents.module.css";
import type { Incident } from "./incidents-query.js";
import { renderAlertThreshold, renderAlertValue } from "./render-alert-value.js";

/** RowDeeds is what can be done from a row; without it the row only tells. */
export interface RowDeeds {
  readonly isBusy: boolean;
  readonly mayClose: boolean;
  readonly isChosen: boolean;
  /** Without it the row is not among those that are chosen. */
  readonly onChoose?: ((isChosen: boolean) => void) | undefined;
  readonly onAcknowledge: () => void;
  readonly onTake: () => void;
  readonly onResolve: () => void;
}

interface IncidentRowProps {
  readonly incident: Incident;
  readonly now: Date;
  readonly nameOf: PersonNames;
  readonly deeds?: RowDeeds | undefined;
  readonly isOpen?: boolean;
  readonly onToggle?: (() => void) | undefined;
}

/** IncidentRow is one incident of a list: what and where, its value against its limit, how long, who has it, and what can be done. */
export const IncidentRow = memo(function IncidentRow(props: IncidentRowProps): ReactNode {
  const { names, timeZone, me } = useWorkspace();
  const { incident, now, deeds } = props;
  const title = renderIncidentTitle(incident, names);
  const currency = incident.labels.find(({ name }) => name === "currency")?.value ?? null;
  const holder = describeHolder(incident, { nameOf: props.nameOf, timeZone, now });
  const isOver = incident.status === "RESOLVED";
  const firedAt = new Date(incident.firedAt);
  return (
    <div className={classes.row} data-over={isOver ? "" : undefined}>
      {deeds?.onChoose === undefined ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={`Choose: ${title}`}
          checked={deeds.isChosen}
          onChange={(event) => deeds.onChoose?.(event.currentTarget.checked)}
        />
      )}
      <StateShape
        state={chooseIncidentShape(incident)}
        label={isOver ? `over, was ${severityWords[incident.severity]}` : severityWords[incident.severity]}
      />
      <div className={classes.what}>
        <Link
          to="/alerts/incidents/$incident"
          params={{ incident: incident.id }}
          className={classes.title ?? ""}
          data-row=""
        >
          {title}
        </Link>
        <em>
          {[
            severityWords[incident.severity],
            incident.ruleTitle,
            ...listSubjects(incident, names),
            ...listPlaces(incident, names),
          ].join(" · ")}
        </em>
        {incident.childCount === 0 || props.onToggle === undefined ? null : (
          <button type="button" className={classes.toggle} aria-expanded={props.isOpen} onClick={props.onToggle}>
            {props.isOpen ? "Hide" : "Show"} {countAlerts(incident)}
          </button>
        )}
      </div>
      <div className={classes.value}>
        <b>{renderAlertValue({ value: incident.value, unit: incident.unit, currency })}</b>
        <small>{renderAlertThreshold({ value: incident.threshold, unit: incident.unit, currency })}</small>
      </div>
      <div className={classes.age} data-tip={formatInstantExact(firedAt, timeZone)}>
        {renderAge(incident, now)}
        <small>{isOver ? describeEnd(incident) : `since ${formatInstant(firedAt, timeZone, now)}`}</small>
      </div>
      <div className={classes.holder}>
        {holder.who === "" ? <span className={classes.nobody}>{isOver ? "–" : "nobody has it"}</span> : holder.who}
        <small>{holder.note}</small>
      </div>
      {deeds === undefined || isOver ? (
        <span className={classes.deeds} />
      ) : (
        <div className={classes.deeds}>
          {incident.status === "OPEN" ? (
            <button type="button" disabled={deeds.isBusy} onClick={deeds.onAcknowledge}>
              Acknowledge
            </button>
          ) : null}
          {incident.owner === me.id ? null : (
            <button type="button" disabled={deeds.isBusy} onClick={deeds.onTake}>
              Take
            </button>
          )}
          {deeds.mayClose ? (
            <button type="button" disabled={deeds.isBusy} onClick={deeds.onResolve}>
              Resolve
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
});

function countAlerts({ childCount, unresolvedChildCount }: Incident): string {
  const all = childCount === 1 ? "1 alert of the same cause" : `${childCount} alerts of the same cause`;
  return unresolvedChildCount === childCount ? all : `${all}, ${unresolvedChildCount} not over`;
}
