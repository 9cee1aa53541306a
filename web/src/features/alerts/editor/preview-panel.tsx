import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { formatInstant } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import type { AlertOutcome } from "../../../graphql/operations.js";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { StateShape, type State } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { renderLabels } from "../rule/render-labels.js";
import { renderMeasure } from "../definition/render-measure.js";
import { SeverityMark } from "../severity-mark.js";
import classes from "../trial/trial.module.css";
import { previewRuleQuery, type RulePreview } from "./trial-query.js";

interface PreviewPanelProps {
  readonly text: string;
  readonly unit: string;
  readonly isTriable: boolean;
}

const shownAtFirst = 8;
const outcomes: Readonly<Record<AlertOutcome, { readonly words: string; readonly state: State }>> = {
  MATCH: { words: "matches", state: "late" },
  HOLD: { words: "between both thresholds", state: "risk" },
  CLEAR: { words: "does not match", state: "ok" },
  MISSING: { words: "no value", state: "none" },
  ERROR: { words: "cannot be asked", state: "none" },
};

/** PreviewPanel says which groups a rule matches now, while it is being written. */
export function PreviewPanel({ text, unit, isTriable }: PreviewPanelProps): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(15_000);
  const query = useQuery({ ...previewRuleQuery(text), enabled: isTriable });
  const at =
    query.data === undefined
      ? ""
      : `at ${formatInstant(new Date(query.data.slotAt), timeZone, now)}, within what you may see`;
  return (
    <Panel title="What it says now" note={at}>
      {!isTriable && query.data === undefined ? (
        <EmptyNote title="Nothing yet.">What matches now stands here once the rule has no faults.</EmptyNote>
      ) : (
        <QueryFrame query={query} what="the preview" skeleton={<SkeletonRows rows={6} height={32} />}>
          {(preview) => (
            <div className={classes.result} data-old={isTriable ? undefined : ""}>
              <Preview preview={preview} unit={unit} />
            </div>
          )}
        </QueryFrame>
      )}
    </Panel>
  );
}

function Preview({ preview, unit }: { preview: RulePreview; unit: string }): ReactNode {
  const { names } = useWorkspace();
  const [isWhole, setWhole] = useState(false);
  const { matching, total, instances } = preview;
  if (total === 0)
    return (
      <EmptyNote title="No group is there to be judged.">Nothing was recorded in the window of the rule.</EmptyNote>
    );
  const first = instances.find(({ outcome }) => outcome === "MATCH");
  return (
    <>
      <div role="status">
        <p className={classes.headline}>
          {matching === 0
            ? `Nothing of ${formatCount(total)} matches now.`
            : `${formatCount(matching)} of ${formatCount(total)} ${matching === 1 ? "matches" : "match"} now.`}
        </p>
        {first === undefined ? null : <p className={classes.detail}>People would read: {first.summary}</p>}
      </div>
      <div className={table.scroll} tabIndex={0} role="group" aria-label="Groups now">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Severity</th>
              <th scope="col">Now</th>
              <th scope="col" className={table.number}>
                Value
              </th>
              <th scope="col" className={table.number}>
                Threshold
              </th>
            </tr>
          </thead>
          <tbody>
            {(isWhole ? instances : instances.slice(0, shownAtFirst)).map((instance) => (
              <tr key={JSON.stringify(instance.labels)}>
                <td className={classes.summary}>{renderLabels(instance.labels, names)}</td>
                <td>
                  <SeverityMark severity={instance.severity} />
                </td>
                <td>
                  <StateShape state={outcomes[instance.outcome].state} /> {outcomes[instance.outcome].words}
                </td>
                <td className={`${table.number} ${table.strong}`}>
                  {instance.value === null ? "–" : renderMeasure(instance.value, unit)}
                </td>
                <td className={`${table.number} ${table.dim}`}>
                  {instance.threshold === null ? "–" : renderMeasure(instance.threshold, unit)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {instances.length > shownAtFirst && !isWhole ? (
        <button type="button" className={table.more} onClick={() => setWhole(true)}>
          Show {formatCount(instances.length)}
        </button>
      ) : null}
    </>
  );
}
