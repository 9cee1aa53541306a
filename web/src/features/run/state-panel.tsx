import type { ReactNode } from "react";
import { CopyButton } from "../../ui/copy-button.js";
import { Panel } from "../../ui/panel.js";
import { describeState } from "./describe-state.js";
import classes from "./expected.module.css";
import { listNextSteps } from "./list-next-steps.js";
import type { RunDetail } from "./run-query.js";

/** StatePanel says why a run stands as it does, and what to do next. */
export function StatePanel(props: { run: RunDetail; now: Date; timeZone: string }): ReactNode {
  const { run, now, timeZone } = props;
  const next = listNextSteps(run);
  return (
    <Panel title="Why it stands so" note={<CopyButton text={() => globalThis.location.href} words="Copy link" />}>
      <div className={classes.reasons}>
        <div>
          {describeState(run, now, timeZone).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <div>
          <h3>What to do next</h3>
          {next.length === 0 ? (
            <p>Nothing: it {run.finishedAt === null ? "is within its time" : "ended as it should"}.</p>
          ) : (
            <ul>
              {next.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Panel>
  );
}
