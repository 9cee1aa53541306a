import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useNow } from "../../../time-range/use-now.js";
import { HeldNote } from "../../../ui/held-note.js";
import { moveRowFocus } from "../../../ui/move-row-focus.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useSettledOrder } from "../../../ui/use-settled-order.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { DeedDialog, type DialogDeed } from "./deed-dialog.js";
import { buildPersonNames, renderIncidentTitle, type PersonNames } from "./describe-incident.js";
import { mayAct, mayClose } from "./do-deed.js";
import { IncidentRow, type RowDeeds } from "./incident-row.js";
import classes from "./incidents.module.css";
import { incidentChildrenQuery, type Incident } from "./incidents-query.js";
import { useIncidentDeeds } from "./use-incident-deeds.js";

interface IncidentListProps {
  readonly incidents: readonly Incident[];
  readonly nameOf: PersonNames;
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

interface Asked {
  readonly deed: DialogDeed;
  readonly incidents: readonly Incident[];
}

const keyOf = ({ id }: Incident): string => id;

/** IncidentList lists incidents with what can be done about one or several of them; the order holds still while somebody points at it. */
export function IncidentList(props: IncidentListProps): ReactNode {
  const { me, names } = useWorkspace();
  const now = useNow(10_000);
  const { rows, hold, waiting, show } = useSettledOrder(props.incidents, keyOf);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const deeds = useIncidentDeeds();
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (isChosen) after.add(id);
        else after.delete(id);
      return after;
    });
  const take = (incidents: readonly Incident[]): void =>
    deeds.mutate({ ids: incidents.map(keyOf), deed: { kind: "assign", owner: me.id } });
  const buildDeeds = (incident: Incident): RowDeeds | undefined =>
    mayAct(me)
      ? {
          isBusy: deeds.isPending,
          mayClose: mayClose(me),
          isChosen: chosen.has(incident.id),
          onChoose: (isChosen) => choose([incident.id], isChosen),
          onAcknowledge: () => setAsked({ deed: "acknowledge", incidents: [incident] }),
          onTake: () => take([incident]),
          onResolve: () => setAsked({ deed: "resolve", incidents: [incident] }),
        }
      : undefined;
  const actable = rows.filter(({ status }) => status !== "RESOLVED");
  const marked = actable.filter(({ id }) => chosen.has(id));
  return (
    <div {...hold} onKeyDown={moveRowFocus} className={classes.list}>
      <HeldNote waiting={waiting} onShow={show} />
      {mayAct(me) && actable.length > 0 ? (
        <Toolbar
          {...{ marked, isBusy: deeds.isPending, mayClose: mayClose(me), onAsk: setAsked }}
          isAll={marked.length === actable.length}
          onAll={(isAll) => choose(actable.map(keyOf), isAll)}
          onTake={() => take(marked)}
        />
      ) : null}
      <p role="alert" className={classes.fault}>
        {deeds.error?.message ?? ""}
      </p>
      <ul aria-label="Incidents">
        {rows.map((incident) => (
          <li key={incident.id}>
            <IncidentRow
              {...{ incident, now, nameOf: props.nameOf, deeds: buildDeeds(incident) }}
              isOpen={props.open === incident.id}
              onToggle={() => props.onOpen(props.open === incident.id ? undefined : incident.id)}
            />
            {props.open === incident.id ? <Children {...{ parent: incident, now, buildDeeds }} /> : null}
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <DeedDialog
          deed={asked.deed}
          ids={asked.incidents.map(keyOf)}
          about={
            asked.incidents.length === 1 && asked.incidents[0] !== undefined
              ? renderIncidentTitle(asked.incidents[0], names)
              : `${asked.incidents.length} incidents`
          }
          hasCritical={asked.incidents.some(({ severity }) => severity === "CRITICAL")}
          onClose={() => setAsked(null)}
          onDone={() => choose(asked.incidents.map(keyOf), false)}
        />
      )}
    </div>
  );
}

interface ToolbarProps {
  readonly marked: readonly Incident[];
  readonly isAll: boolean;
  readonly isBusy: boolean;
  readonly mayClose: boolean;
  readonly onAll: (isAll: boolean) => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onTake: () => void;
}

/** Always there, so that nothing moves when something is chosen. */
function Toolbar(props: ToolbarProps): ReactNode {
  const { marked, isBusy } = props;
  const isIdle = isBusy || marked.length === 0;
  const open = marked.filter(({ status }) => status === "OPEN");
  return (
    <div className={classes.toolbar} role="group" aria-label="All chosen incidents">
      <label>
        <input
          type="checkbox"
          checked={props.isAll && marked.length > 0}
          onChange={(event) => props.onAll(event.currentTarget.checked)}
        />
        <span>{marked.length === 0 ? "Choose all" : `${marked.length} chosen`}</span>
      </label>
      <button
        type="button"
        disabled={isIdle || open.length === 0}
        onClick={() => props.onAsk({ deed: "acknowledge", incidents: open })}
      >
        Acknowledge
      </button>
      <button type="button" disabled={isIdle} onClick={props.onTake}>
        Take
      </button>
      {props.mayClose ? (
        <button type="button" disabled={isIdle} onClick={() => props.onAsk({ deed: "resolve", incidents: marked })}>
          Resolve
        </button>
      ) : null}
    </div>
  );
}

/** What stands below a cause is done about one by one: choosing all means the list. */
function dropChoice(deeds: RowDeeds | undefined): RowDeeds | undefined {
  return deeds === undefined ? undefined : { ...deeds, onChoose: undefined };
}

function Children(props: {
  parent: Incident;
  now: Date;
  buildDeeds: (incident: Incident) => RowDeeds | undefined;
}): ReactNode {
  const { parent, now } = props;
  const query = useQuery(incidentChildrenQuery(parent.id));
  if (query.data === undefined)
    return query.error === null ? (
      <SkeletonRows rows={Math.min(6, parent.childCount)} height={50} />
    ) : (
      <p role="alert" className={classes.fault}>
        The alerts could not be loaded: {query.error.message}
      </p>
    );
  const nameOf = buildPersonNames(query.data.people);
  return (
    <div className={classes.children}>
      <p>Held to have the same cause: {parent.cause ?? query.data.nodes[0]?.cause ?? "the same place"}</p>
      <ul aria-label="Alerts of the same cause">
        {query.data.nodes.map((incident) => (
          <li key={incident.id}>
            <IncidentRow {...{ incident, now, nameOf, deeds: dropChoice(props.buildDeeds(incident)) }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
