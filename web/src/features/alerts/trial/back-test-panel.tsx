import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import { formatCount } from "../../../format/format-number.js";
import { catalogQuery } from "../../../metrics/catalog-query.js";
import { readClock } from "../../../time-range/read-clock.js";
import { Choice } from "../../../ui/choice.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { renderLabels } from "../rule/render-labels.js";
import { measureOf } from "../definition/measure-of.js";
import { renderMeasure } from "../definition/render-measure.js";
import { readNumber, type RuleDraft } from "../definition/rule-draft.js";
import rules from "../rules/rules.module.css";
import { EpisodeLanes } from "./episode-lanes.js";
import { EpisodeList } from "./episode-list.js";
import { renderBackTest } from "./render-back-test.js";
import { shapeBackTest } from "./shape-back-test.js";
import classes from "./trial.module.css";
import { useBackTest, type BackTestState } from "./use-back-test.js";

const LinesChart = lazy(async () => ({ default: (await import("../../../charts/lines-chart.js")).LinesChart }));

interface BackTestPanelProps {
  readonly text: string;
  readonly draft: RuleDraft;
  /** isTriable is false while the rule has faults: then nothing can be tried. */
  readonly isTriable: boolean;
  readonly days: string | undefined;
  readonly onDays: (days: string | undefined) => void;
}

const choices = [
  { id: "1", words: "1 day" },
  { id: "7", words: "7 days" },
  { id: "", words: "30 days" },
  { id: "90", words: "90 days" },
] as const;
const chartHeight = 240;

/** BackTestPanel tries a rule on what has happened, with progress, and shows when it would have fired. */
export function BackTestPanel(props: BackTestPanelProps): ReactNode {
  const { state, begin, giveUp } = useBackTest();
  const days = Number(props.days ?? "30") || 30;
  const isRunning = state.at === "running";
  return (
    <Panel title="Tried on the past" note="by what evaluates it live, within what you may see">
      <div className={classes.controls}>
        <Choice label="How far back" value={props.days ?? ""} options={choices} onChoose={props.onDays} />
        {isRunning ? (
          <button type="button" className={rules.button} onClick={giveUp}>
            Give up
          </button>
        ) : (
          <button
            type="button"
            className={rules.button}
            disabled={!props.isTriable}
            onClick={() => begin(props.text, days, readClock())}
          >
            {state.at === "done" ? "Try again" : "Try on the past"}
          </button>
        )}
        <span role="status">
          {isRunning ? (
            <>
              <progress value={state.share} max={1} aria-label="Progress of the back-test" />{" "}
              {Math.round(state.share * 100)} %
            </>
          ) : null}
        </span>
      </div>
      <Outcome {...props} state={state} />
    </Panel>
  );
}

function Outcome(props: BackTestPanelProps & { state: BackTestState }): ReactNode {
  const { state } = props;
  if (state.at === "idle")
    return (
      <EmptyNote title="Would it have fired, and when?">
        {props.isTriable ? "Choose how far back, and try it before people are told." : "Correct the rule first."}
      </EmptyNote>
    );
  if (state.at === "running") return <div style={{ minHeight: chartHeight }} />;
  if (state.at === "failed")
    return (
      <p role="alert" className={classes.fault}>
        {state.words}
      </p>
    );
  return <Found {...props} state={state} />;
}

function Found({
  state,
  text,
  draft,
}: BackTestPanelProps & { state: Extract<BackTestState, { at: "done" }> }): ReactNode {
  const { timeZone, names } = useWorkspace();
  const { data: catalog } = useQuery(catalogQuery);
  const { answer, range } = state;
  const unit = measureOf(draft, catalog ?? []);
  const isOld = range.text !== text;
  const shaped = useMemo(
    () => shapeBackTest(answer, { range, draft, unit, timeZone, nameOf: (labels) => renderLabels(labels, names) }),
    [answer, range, draft, unit, timeZone, names],
  );
  const words = renderBackTest(answer, range, readNumber(draft, "intervalSeconds") ?? 60);
  return (
    <div className={classes.result} data-old={isOld ? "" : undefined}>
      <div role="status">
        <p className={classes.headline}>{words.headline}</p>
        <p className={classes.detail}>{words.detail}</p>
      </div>
      {isOld ? <p className={classes.old}>The rule has been changed since: try it again.</p> : null}
      {shaped.chart === null ? null : (
        <>
          <div className={classes.chart}>
            <Suspense fallback={<div style={{ height: chartHeight }} />}>
              <LinesChart
                data={shaped.chart}
                draw="line"
                kind={unit === "ratio" ? "ratio" : unit === "seconds" ? "duration" : "count"}
                target={null}
                targetWords=""
                format={(value) => renderMeasure(value, unit)}
                marks={[]}
                levels={shaped.levels}
                spans={shaped.spans}
                timeZone={timeZone}
                height={chartHeight - 22}
              />
            </Suspense>
          </div>
          <p className={classes.hint}>
            {answer.series.length === 6 ? `The ${formatCount(6)} groups that matched most or came nearest; o` : "O"}f
            each stretch the value nearest to firing. Red ground: something would have been firing.
          </p>
        </>
      )}
      {shaped.lanes.length === 0 ? null : <EpisodeLanes shaped={shaped} range={range} timeZone={timeZone} />}
      <EpisodeList episodes={answer.episodes} range={range} />
    </div>
  );
}
