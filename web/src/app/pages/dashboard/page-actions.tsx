import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { OpenDashboard } from "../../../features/dashboard/dashboard-query.js";
import { comparedWords } from "../../../features/dashboard/read-compared.js";
import classes from "./dashboard.module.css";

interface PageActionsProps {
  readonly dashboard: OpenDashboard;
  readonly compare: string | undefined;
}

/** PageActions stand beside the title of a dashboard: what it is compared with, print, and its definition. */
export function PageActions(props: PageActionsProps): ReactNode {
  const { dashboard, compare } = props;
  const navigate = useNavigate();
  const { definition } = dashboard;
  const hasFigures = definition.panels.some(({ kind }) => ["KPI", "TABLE", "DRIVERS"].includes(kind));
  const chosen = compare ?? comparedWords.find(({ is }) => is === definition.compare)?.id ?? "previous";
  return (
    <div className={classes.actions} data-beside={hasFigures ? undefined : ""}>
      {hasFigures ? (
        <select
          aria-label="Compare with"
          value={chosen}
          onChange={(event) => {
            const value = event.currentTarget.value;
            void navigate({ to: ".", search: (previous) => ({ ...previous, compare: value }), resetScroll: false });
          }}
        >
          {comparedWords.map(({ id, words }) => (
            <option key={id} value={id}>
              Compare with {words}
            </option>
          ))}
        </select>
      ) : null}
      {hasFigures ? (
        <button type="button" className={classes.quiet} data-tool="" onClick={() => window.print()}>
          Print
        </button>
      ) : null}
      <Link className={classes.quiet ?? ""} data-tool="" to="/dashboards/$id/edit" params={{ id: dashboard.id }}>
        {dashboard.mayChange ? "Edit" : "Definition"}
      </Link>
    </div>
  );
}
