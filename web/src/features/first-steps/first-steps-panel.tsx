import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { readClock } from "../../time-range/read-clock.js";
import { Panel } from "../../ui/panel.js";
import { StateShape } from "../../ui/state-shape.js";
import { buildCommands } from "./build-commands.js";
import { CommandBlock } from "./command-block.js";
import { createFirstKey, type FirstSteps } from "./first-steps-query.js";
import classes from "./first-steps.module.css";

interface FirstStepsPanelProps {
  readonly steps: FirstSteps;
  readonly mayMakeKeys: boolean;
  /** host is where the pages are served; the receivers listen beside them. */
  readonly host: string;
}

/** FirstStepsPanel teaches an empty workspace: three ways to send something, with the real address and key, and a check that waits for it. */
export function FirstStepsPanel({ steps, mayMakeKeys, host }: FirstStepsPanelProps): ReactNode {
  const [now] = useState(readClock);
  const make = useMutation({ mutationFn: createFirstKey });
  const commands = buildCommands({ address: `http://${host}:${steps.ingestPort}`, key: make.data ?? "YOUR-KEY", now });
  return (
    <Panel title="First steps" note="nothing has arrived yet">
      <p className={classes.check} role="status">
        <StateShape state={steps.hasEvents ? "ok" : steps.hasRejected ? "late" : "none"} />
        {steps.hasEvents
          ? "The first event has arrived."
          : steps.hasRejected
            ? "Something arrived and was refused: the answer to it says why."
            : "Waiting for the first event. This turns green by itself when it arrives."}
      </p>
      <ol className={classes.steps}>
        <li>
          <h3>Get a key that sends</h3>
          {make.data !== undefined ? (
            <p>
              It is in the commands below and is shown this once: copy it now. <code>{make.data}</code>
            </p>
          ) : mayMakeKeys ? (
            <p>
              <button type="button" className={classes.button} disabled={make.isPending} onClick={() => make.mutate()}>
                Make a key
              </button>{" "}
              A key only sends: it opens nothing.
            </p>
          ) : (
            <p>Ask an administrator for an ingest key, and put it where YOUR-KEY stands.</p>
          )}
          <p role="alert" className={classes.fault}>
            {make.error === null ? "" : make.error.message}
          </p>
        </li>
        <li>
          <h3>Send your first event with curl</h3>
          <CommandBlock label="Command that sends an event" text={commands.curl} />
        </li>
        <li>
          <h3>Or connect an OpenTelemetry SDK</h3>
          <p>Spans become steps and runs, gauges and sums become measures.</p>
          <CommandBlock label="Environment of an OpenTelemetry SDK" text={commands.openTelemetry} />
        </li>
        <li>
          <h3>Or import a file</h3>
          <p>CSV, TSV or NDJSON; with --dry-run it says what would be stored, and stores nothing.</p>
          <CommandBlock label="Command that imports a file" text={commands.file} />
        </li>
      </ol>
    </Panel>
  );
}
