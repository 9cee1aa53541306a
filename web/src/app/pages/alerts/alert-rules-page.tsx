import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { RulesPanel } from "../../../features/alerts/rules/rules-panel.js";
import classes from "../../../features/alerts/rules/rules.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** AlertRulesPage lists what is watched and when people are told. */
export function AlertRulesPage(): ReactNode {
  const search = useSearch({ from: "/shell/alerts/rules" });
  const navigate = useNavigate({ from: "/alerts/rules" });
  const { me } = useWorkspace();
  return (
    <AlertsFrame
      title="Alert rules"
      note="what is watched, and when people are told"
      actions={
        me.role === "ADMINISTRATOR" ? (
          <div className={classes.actions}>
            <Link to="/alerts/new-rule" className={classes.main ?? ""}>
              New rule
            </Link>
          </div>
        ) : undefined
      }
    >
      <RulesPanel
        search={search}
        onChange={(change) =>
          void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false, replace: true })
        }
      />
    </AlertsFrame>
  );
}
