import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { formatMoneyExact } from "../../format/format-money.js";
import type { StepStatus } from "../../graphql/operations.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { StateShape, type State } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { buildExpectedTable } from "./build-expected-table.js";
import classes from "./expected.module.css";
import type { RunDetail } from "./run-query.js";
import { stepStatusWords } from "./step-status-words.js";

type Expected = RunDetail["expected"];
type StepRow = NonNullable<Expected["steps"]>[number];

const states: Readonly<Record<StepStatus, State>> = {
  DONE: "ok",
  PENDING: "none",
  SKIPPED: "ok",
  MISSING: "late",
  EXTRA: "risk",
  REPEATED: "risk",
  OUT_OF_ORDER: "risk",
};

/** ExpectedPanel puts what should have happened beside what did: the rule that opened the run, and its declared steps. */
export function ExpectedPanel(props: { run: RunDetail; now: Date; timeZone: string }): ReactNode {
  const { run } = props;
  const { rule, steps, isConforming } = run.expected;
  const note = isConforming === null ? "" : isConforming ? "as declared" : "it deviates from its declared steps";
  return (
    <Panel
      title="Expected against actual"
      note={note}
      tools={{ id: "expected", fileName: "expected against actual", table: () => buildExpectedTable(run.expected) }}
    >
      {rule === null ? null : <Rule run={run} rule={rule} />}
      {steps === null ? (
        rule === null ? (
          <EmptyNote title="Nobody said what should happen.">
            No rule opened this run and no steps are declared for its workflow.{" "}
            <Link className={table.link ?? ""} to="/processes/$workflow" params={{ workflow: run.workflow }}>
              See how others of it went
            </Link>
            .
          </EmptyNote>
        ) : null
      ) : (
        <Steps {...props} steps={steps} />
      )}
    </Panel>
  );
}

function Rule(props: { run: RunDetail; rule: NonNullable<Expected["rule"]> }): ReactNode {
  const { rule, run } = props;
  const { expectation } = run;
  const lines: readonly (readonly [string, string])[] = [
    ["Rule", `${rule.title}, version ${rule.version}`],
    ["What opened it", rule.when],
    ["What must follow", `${rule.expect}, within ${formatDuration(rule.withinSeconds)}`],
    ["Joined by", rule.key.join(", ")],
    ["Ended without an answer by", rule.cancel ?? ""],
    ["Money that must be answered", run.money === null ? "" : formatMoneyExact(run.money)],
    [
      "What came",
      expectation === null
        ? "nothing yet"
        : `${expectation.answers} ${expectation.expected === null ? "" : `of ${expectation.expected} `}answers${expectation.answered === null ? "" : `, ${formatMoneyExact(expectation.answered)}`}`,
    ],
  ];
  return (
    <dl className={classes.rule}>
      {lines.map(([name, words]) =>
        words === "" ? null : (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Steps(props: { steps: readonly StepRow[]; now: Date; timeZone: string }): ReactNode {
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Declared steps and what happened">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              Declared as
            </th>
            <th scope="col">Step</th>
            <th scope="col">What happened</th>
            <th scope="col" className={table.number}>
              Happened as
            </th>
            <th scope="col">From</th>
            <th scope="col" className={table.number}>
              Took
            </th>
          </tr>
        </thead>
        <tbody>
          {props.steps.map((step) => (
            <StepLine key={step.step} step={step} now={props.now} timeZone={props.timeZone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StepLine(props: { step: StepRow; now: Date; timeZone: string }): ReactNode {
  const { step, now, timeZone } = props;
  const started = step.startedAt === null ? null : new Date(step.startedAt);
  const seconds =
    started === null || step.finishedAt === null ? null : (Date.parse(step.finishedAt) - started.getTime()) / 1000;
  return (
    <tr>
      <td className={`${table.number} ${table.dim}`}>{step.place ?? "–"}</td>
      <td>{step.step}</td>
      <td>
        <span className={table.name}>
          <StateShape state={states[step.status]} />
          {stepStatusWords[step.status]}
          {step.times > 1 ? `, ${step.times} times` : ""}
          {step.failures > 0 ? `, ${step.failures} failed` : ""}
        </span>
      </td>
      <td className={`${table.number} ${table.dim}`}>{step.happenedAs ?? "–"}</td>
      <td className={table.dim} data-tip={started === null ? undefined : formatInstantExact(started, timeZone)}>
        {started === null ? "–" : formatInstant(started, timeZone, now)}
      </td>
      <td className={table.number}>
        {seconds === null ? "–" : formatDuration(seconds < 10 ? seconds : Math.round(seconds))}
      </td>
    </tr>
  );
}
