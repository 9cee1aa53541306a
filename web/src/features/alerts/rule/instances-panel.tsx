import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { formatDuration } from "../../../format/format-duration.js";
import { formatInstantExact } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { moveRowFocus } from "../../../ui/move-row-focus.js";
import { Panel } from "../../../ui/panel.js";
import { StateShape, type State } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { renderMeasure } from "../definition/render-measure.js";
import type { RuleDetail, RuleInstance } from "../rules/rules-query.js";
import { SeverityMark } from "../severity-mark.js";
import { choosePlaceLink } from "./choose-place-link.js";
import { renderLabels } from "./render-labels.js";
import classes from "./rule.module.css";
import { sortInstances } from "./sort-instances.js";

const shownAtFirst = 20;
const stateShapes: Readonly<Record<string, State>> = { firing: "late", recovering: "risk", pending: "none" };

/** InstancesPanel lists for which groups a rule fires or is about to, within what the person sees. */
export function InstancesPanel({ rule, unit }: { rule: RuleDetail; unit: string }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const all = sortInstances(rule.instances);
  return (
    <Panel
      title="Now"
      note={`${formatCount(rule.firing)} firing, ${formatCount(rule.pending)} pending, within what you may see`}
    >
      {all.length === 0 ? (
        <EmptyNote title={rule.isPaused ? "It is paused." : "It is quiet."}>
          {rule.isPaused ? "Nothing fires until it goes on." : "No group fires or is about to."}
        </EmptyNote>
      ) : (
        <>
          <div className={table.scroll} tabIndex={0} role="group" aria-label="Instances" onKeyDown={moveRowFocus}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">Where</th>
                  <th scope="col">State</th>
                  <th scope="col">Severity</th>
                  <th scope="col" className={table.number}>
                    Value
                  </th>
                  <th scope="col" className={table.number}>
                    For
                  </th>
                </tr>
              </thead>
              <tbody>
                {(isWhole ? all : all.slice(0, shownAtFirst)).map((instance) => (
                  <Row key={JSON.stringify(instance.labels)} instance={instance} unit={unit} />
                ))}
              </tbody>
            </table>
          </div>
          {all.length > shownAtFirst && !isWhole ? (
            <button type="button" className={table.more} onClick={() => setWhole(true)}>
              Show all {formatCount(all.length)}
            </button>
          ) : null}
        </>
      )}
    </Panel>
  );
}

function Row({ instance, unit }: { instance: RuleInstance; unit: string }): ReactNode {
  const { names, timeZone } = useWorkspace();
  const now = useNow(15_000);
  const { labels, state, health, severity, value } = instance;
  const since = instance.firedAt ?? instance.activeAt;
  const link = choosePlaceLink(labels);
  const words = renderLabels(labels, names);
  return (
    <tr>
      <td className={classes.where}>
        {link === null ? (
          words
        ) : (
          <Link {...link} className={table.link ?? ""} data-row="">
            {words}
          </Link>
        )}
      </td>
      <td>
        <StateShape state={stateShapes[state] ?? "none"} /> {state}
        {health === "ok" ? "" : health === "no_data" ? ", without data" : ", cannot be asked"}
      </td>
      <td>
        <SeverityMark severity={severity} />
      </td>
      <td className={table.number}>{value === null ? "–" : renderMeasure(value, unit)}</td>
      <td
        className={table.number}
        data-tip={since === null ? undefined : formatInstantExact(new Date(since), timeZone)}
      >
        {since === null ? "–" : formatDuration(Math.max(0, Math.round((now.getTime() - Date.parse(since)) / 1_000)))}
      </td>
    </tr>
  );
}
