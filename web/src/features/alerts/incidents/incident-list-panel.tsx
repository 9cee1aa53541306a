import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { MoreButton } from "../../../ui/more-button.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { buildIncidentTable } from "./build-incident-table.js";
import { buildPersonNames } from "./describe-incident.js";
import { describeWatch } from "./describe-watch.js";
import { IncidentFilters } from "./incident-filters.js";
import { IncidentList } from "./incident-list.js";
import { isOver, type IncidentChange, type IncidentSearch } from "./incident-search.js";
import classes from "./incidents.module.css";
import { alertWatchQuery, incidentPageSize, incidentPagesQuery } from "./incidents-query.js";
import { joinPages } from "./join-pages.js";
import { PendingTable } from "./pending-table.js";

interface IncidentListPanelProps {
  readonly search: IncidentSearch;
  readonly onChange: (change: IncidentChange) => void;
}

/** IncidentListPanel is the list of incidents with its filters, page by page; or what is pending and recovering. */
export function IncidentListPanel(props: IncidentListPanelProps): ReactNode {
  const { search, onChange } = props;
  const { filter, range, names } = useWorkspace();
  const watch = useQuery(alertWatchQuery);
  const isPending = search.state === "pending";
  const query = useInfiniteQuery({ ...incidentPagesQuery({ search, scope: filter, range }), enabled: !isPending });
  const { incidents, people } = joinPages(query.data?.pages ?? []);
  return (
    <Panel
      title={isPending ? "About to fire, about to be over" : isOver(search) ? "Over" : "Firing"}
      note={isPending ? "nobody is told of what is pending" : isOver(search) ? "newest first" : "most severe first"}
      tools={{
        id: "incidents",
        fileName: "incidents",
        table: () => (query.data === undefined ? null : buildIncidentTable(incidents, names)),
      }}
    >
      <IncidentFilters search={search} rules={watch.data ?? []} onChange={onChange} />
      {isPending ? (
        <PendingTable search={search} />
      ) : (
        <QueryFrame
          query={query}
          what="the incidents"
          skeleton={<SkeletonRows rows={10} height={58} />}
          isEmpty={() => incidents.length === 0}
          empty={<NothingHere search={search} />}
        >
          {() => (
            <>
              <IncidentList
                incidents={incidents}
                nameOf={buildPersonNames(people)}
                open={search.open}
                onOpen={(open) => onChange({ open })}
              />
              <MoreButton query={query} count={incidentPageSize} />
            </>
          )}
        </QueryFrame>
      )}
    </Panel>
  );
}

/** Nothing is good news only where somebody watched. */
function NothingHere(props: { search: IncidentSearch }): ReactNode {
  const { search } = props;
  const now = useNow(10_000);
  const { me } = useWorkspace();
  const { regions, stores, channels, partners } = me.scope;
  const isLimited = [regions, stores, channels, partners].some((limit) => limit !== null);
  const watch = useQuery(alertWatchQuery);
  const isNarrowed = search.find !== undefined || search.rule !== undefined || search.severity !== undefined;
  if (isOver(search) || isNarrowed || search.state !== undefined)
    return (
      <EmptyNote title={isOver(search) ? "Nothing was over in this range." : "Nothing that fits fires."}>
        {isOver(search) ? "Choose a longer range or a wider scope above." : "Remove a filter or widen the scope above."}
      </EmptyNote>
    );
  if (watch.data === undefined) return <EmptyNote title="No incident is known.">Asking who watches.</EmptyNote>;
  const standing = describeWatch(watch.data, now);
  if (standing.watching === 0)
    return (
      <EmptyNote title="No rule watches what you see.">
        Nothing can fire. <Link to="/alerts/rules">Look at the rules</Link>, or ask an administrator for one.
      </EmptyNote>
    );
  return (
    <>
      <EmptyNote title={standing.isTrusted ? "Nothing fires." : "No incident is known, but not everything is watched."}>
        {standing.words} <Link to="/alerts/rules">Look at the rules</Link>
        {isLimited ? <div>Alerts about a whole client are shown to those who see all of it.</div> : null}
      </EmptyNote>
      {standing.faults.map((fault) => (
        <p key={fault} className={classes.doubt}>
          <StateShape state="none" />
          {fault}
        </p>
      ))}
    </>
  );
}
