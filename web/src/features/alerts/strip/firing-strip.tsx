import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { writeIds } from "../../../scope/scope-search.js";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { renderIncidentTitle } from "../incidents/describe-incident.js";
import { describeFiring } from "./describe-firing.js";
import classes from "./firing-strip.module.css";
import { firingQuery } from "./firing-query.js";

/** FiringStrip is one line of a page: what fires within what the page shows, the worst by name. At rest it says so quietly; its height is always the same. */
export function FiringStrip(): ReactNode {
  const { filter, names } = useWorkspace();
  const { data, error } = useQuery(firingQuery(filter));
  const search = {
    client: writeIds(filter.clients ?? []),
    region: writeIds(filter.regions ?? []),
    store: writeIds(filter.stores ?? []),
    channel: writeIds(filter.channels ?? []),
    partner: writeIds(filter.partners ?? []),
  };
  if (data === undefined)
    return <p className={classes.strip}>{error === null ? "" : "Alerts could not be asked for."}</p>;
  const firing = describeFiring(data);
  const [worst] = data.alertIncidents.nodes;
  if (firing === null) return <p className={classes.strip}>No incident is open here.</p>;
  return (
    <section className={classes.strip} data-firing="" aria-label="Alerts that fire here">
      <StateShape state={firing.shape} />
      <Link to="/alerts" search={search} className={classes.count ?? ""}>
        {firing.words}
      </Link>
      {worst === undefined ? null : (
        <Link to="/alerts/incidents/$incident" params={{ incident: worst.id }} className={classes.worst ?? ""}>
          {renderIncidentTitle(worst, names)}
        </Link>
      )}
    </section>
  );
}
