import type { ReactNode } from "react";
import { Panel } from "../../ui/panel.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { listRunFacts } from "./list-run-facts.js";
import classes from "./run-facts.module.css";
import type { RunDetail } from "./run-query.js";

/** RunFacts shows what is known about a run. */
export function RunFacts(props: { run: RunDetail }): ReactNode {
  const { names, timeZone } = useWorkspace();
  return (
    <Panel title="What is known" note={props.run.id}>
      <dl className={classes.facts}>
        {listRunFacts(props.run, names, timeZone).map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
