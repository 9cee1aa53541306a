import { Link } from "@tanstack/react-router";
import { memo, type ReactNode } from "react";
import { Sparkline } from "../../charts/sparkline.js";
import { formatCount } from "../../format/format-number.js";
import { formatDuration } from "../../format/format-duration.js";
import { formatRatio } from "../../format/format-ratio.js";
import type { ScopeFilterInput } from "../../graphql/operations.js";
import { Figure } from "../../metrics/figure.js";
import { StateShape, stateWords } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { LimitBar } from "./limit-bar.js";
import type { WorkflowRow } from "./workflow-row.js";

interface WorkflowTableRowProps {
  readonly row: WorkflowRow;
  readonly line: readonly (number | null)[];
  /** filter is what the table was asked with; each row narrows it to its workflow. */
  readonly filter: ScopeFilterInput;
  readonly showsClient: boolean;
  readonly isSelected: boolean;
  readonly onSelect?: (key: string) => void;
}

/** WorkflowTableRow is one workflow: state, rhythm, promises kept, how long it takes against its limit, and what is open. */
export const WorkflowTableRow = memo(function WorkflowTableRow(props: WorkflowTableRowProps): ReactNode {
  const { row } = props;
  const { figures } = row;
  const own = { ...props.filter, clients: [row.client], workflows: [row.workflow] };
  const shared = { of: { filter: own } };
  const named = (title: string): string => `${title}, ${row.title}`;
  const overdue = figures.sla_overdue?.value ?? 0;
  return (
    <tr className={row.state === "late" ? table.hot : undefined} aria-current={props.isSelected ? "true" : undefined}>
      <td>
        <span className={table.name}>
          <StateShape state={row.state} label={`${stateWords[row.state]}: ${row.reason}`} />
          <WorkflowName {...props} />
          {props.showsClient ? (
            <span className={table.aside} data-tip={row.clientTitle}>
              {row.clientTitle}
            </span>
          ) : null}
        </span>
      </td>
      <td data-wide="">
        <Sparkline values={props.line} label={named("Runs over time")} />
      </td>
      <td className={table.number}>
        <Figure figure={figures.sla_attainment} render={formatRatio} label={named("Kept")} tone="strong" {...shared} />
      </td>
      <td className={table.number}>
        <Figure figure={figures.duration_p95} render={formatDuration} label={named("p95")} {...shared} />
      </td>
      <td data-wide="">
        <LimitBar seconds={figures.duration_p95?.value ?? null} limitSeconds={row.limitSeconds} state={row.state} />
      </td>
      <td className={table.number}>
        <Figure figure={figures.runs_open} render={formatCount} label={named("Open")} {...shared} />
      </td>
      <td className={table.number}>
        <Figure
          figure={figures.sla_overdue}
          render={formatCount}
          label={named("Overdue")}
          tone={overdue > 0 ? "bad" : "dim"}
          {...shared}
        />
      </td>
      <td className={table.number}>
        <Figure figure={figures.failure_rate} render={formatRatio} label={named("Failed")} {...shared} />
      </td>
      <td className={table.number}>
        <span
          className={table.dim}
          data-tip={
            row.coverage === null
              ? "n/a: no feed of this workflow is known"
              : "share of the range in which its feeds were heard"
          }
        >
          {row.coverage === null ? "n/a" : formatRatio(row.coverage)}
        </span>
      </td>
    </tr>
  );
});

function WorkflowName(props: WorkflowTableRowProps): ReactNode {
  const { row, onSelect } = props;
  if (onSelect === undefined) {
    return (
      <Link to="/runs" search={{ workflow: row.key }} className={table.link ?? ""}>
        {row.title}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className={table.pick}
      aria-pressed={props.isSelected}
      data-tip="Show in the chart below"
      onClick={() => onSelect(row.key)}
    >
      {row.title}
    </button>
  );
}
