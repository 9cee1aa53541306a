import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstant } from "../../format/format-instant.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { StateShape, stateWords } from "../../ui/state-shape.js";
import type { RunDetail } from "./run-query.js";
import { shapeWaterfall, type Waterfall, type WaterfallBar } from "./shape-waterfall.js";
import classes from "./waterfall.module.css";

/** WaterfallPanel draws the steps of a run where their time went, with the deadline. */
export function WaterfallPanel(props: { run: RunDetail; now: Date; timeZone: string }): ReactNode {
  const { run, now, timeZone } = props;
  const waterfall = shapeWaterfall(run, now);
  const count = run.steps.length;
  return (
    <Panel title="Steps" note={count === 0 ? "" : `${count} ${count === 1 ? "step" : "steps"}, times in ${timeZone}`}>
      {waterfall === null || count === 0 ? (
        <EmptyNote title="No step was reported.">
          The run is known from its start, end or deadline alone: its source sends no step.finished events.
        </EmptyNote>
      ) : (
        <>
          <ol className={classes.steps}>
            {waterfall.bars.map((bar) => (
              <Bar key={bar.key} bar={bar} due={waterfall.due} />
            ))}
          </ol>
          <Axis waterfall={waterfall} now={now} timeZone={timeZone} isOpen={run.finishedAt === null} />
        </>
      )}
    </Panel>
  );
}

function Bar(props: { bar: WaterfallBar; due: number | null }): ReactNode {
  const { bar } = props;
  const wait = bar.waitSeconds === null ? "" : `\nwaited ${formatDuration(bar.waitSeconds)} before`;
  const tip = `${bar.title}: ${formatDuration(bar.seconds)}${wait}${bar.fault === "" ? "" : `\n${bar.fault}`}`;
  return (
    <li className={classes.step}>
      <div className={classes.what}>
        <StateShape state={bar.state} label={bar.state === "late" ? "failed" : stateWords[bar.state]} />
        <span>
          {bar.title}
          {bar.attempt > 1 ? <b> attempt {bar.attempt}</b> : null}
          <small>{bar.systems}</small>
        </span>
      </div>
      <div className={classes.track} data-tip={tip}>
        {bar.gapStart === null ? null : (
          <s style={{ left: `${bar.gapStart * 100}%`, width: `${(bar.start - bar.gapStart) * 100}%` }} />
        )}
        <i data-state={bar.state} style={{ left: `${bar.start * 100}%`, width: `max(2px, ${bar.width * 100}%)` }} />
        {props.due === null ? null : <u style={{ left: `${props.due * 100}%` }} />}
      </div>
      <div className={classes.took}>
        {formatDuration(bar.seconds)}
        {bar.waitSeconds === null ? null : <small>waited {formatDuration(bar.waitSeconds)}</small>}
      </div>
      {bar.fault === "" ? null : <div className={classes.fault}>{bar.fault}</div>}
    </li>
  );
}

function Axis(props: { waterfall: Waterfall; now: Date; timeZone: string; isOpen: boolean }): ReactNode {
  const { waterfall, now, timeZone } = props;
  const end = formatInstant(new Date(waterfall.toMs), timeZone, now);
  return (
    <div className={classes.axis} aria-hidden="true">
      <span>{formatInstant(new Date(waterfall.fromMs), timeZone, now)}</span>
      {waterfall.due === null ? null : <span className={classes.due}>dark line: due</span>}
      <span>{props.isOpen ? `${end}, still open` : end}</span>
    </div>
  );
}
