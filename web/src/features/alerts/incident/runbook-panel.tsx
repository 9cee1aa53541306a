import type { ReactNode } from "react";
import { Panel } from "../../../ui/panel.js";
import classes from "./incident.module.css";
import type { IncidentStory } from "./incident-query.js";

/** RunbookPanel says what a rule is for and what to do when it fires. */
export function RunbookPanel(props: { rule: NonNullable<IncidentStory["rule"]> }): ReactNode {
  const { description, runbook } = props.rule;
  return (
    <Panel title="What to do" span={5} note="as the rule says">
      <div className={classes.runbook}>
        <p>{runbook === "" ? "The rule says nothing about what to do: an administrator can add it." : runbook}</p>
        {description === "" ? null : <p className={classes.quiet}>{description}</p>}
      </div>
    </Panel>
  );
}
