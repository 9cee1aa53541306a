import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { Panel } from "../../ui/panel.js";
import type { ProcessReport } from "./process-query.js";
import classes from "./processes.module.css";

/** ProcessFacts are the few figures of a process: runs, ways, time, success, rework. */
export function ProcessFacts(props: { report: ProcessReport }): ReactNode {
  const { report } = props;
  const ended = report.outcomes.reduce((sum, { cases }) => sum + cases, 0);
  const good = report.outcomes.find(({ outcome }) => outcome === "SUCCEEDED")?.cases ?? 0;
  const share = (part: number, whole: number): string => (whole === 0 ? "n/a" : formatRatio(part / whole));
  const seconds = (value: number | null): string =>
    value === null ? "n/a" : formatDuration(value < 10 ? value : Math.round(value));
  const facts: readonly (readonly [string, string])[] = [
    ["runs ended", formatCount(report.cases)],
    ["ways taken", formatCount(report.variantCount)],
    ["succeeded", share(good, ended)],
    ["median, start to end", seconds(report.durationP50)],
    ["95 of 100 within", seconds(report.durationP95)],
    ["did some step again", share(report.casesWithRepeats, report.cases)],
    ["without any step", formatCount(report.casesWithoutSteps)],
  ];
  return (
    <Panel title="At a glance" note="of runs that ended in the range">
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
