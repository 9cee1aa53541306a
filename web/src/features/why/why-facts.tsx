import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { formatExact } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { renderFigureValue } from "../../metrics/render-figure-value.js";
import { renderMetricValue } from "../../metrics/render-metric-value.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import type { Why, WhyFigure } from "./why-query.js";
import classes from "./why.module.css";

interface WhyFactsProps {
  readonly why: Why;
  readonly onRefresh: () => void;
  readonly isRefreshing: boolean;
}

/** WhyFacts says a number exactly: what it was divided from, how much of it was measured, as of when, and over which time. */
export function WhyFacts(props: WhyFactsProps): ReactNode {
  const { why } = props;
  const { timeZone } = useWorkspace();
  const { value } = why;
  const at = (text: string): string => formatInstant(new Date(text), timeZone, new Date(why.asOf));
  const coverage = why.coverage ?? value?.coverage ?? null;
  return (
    <dl className={classes.facts}>
      <Fact name="Exactly">{renderExactly(value)}</Fact>
      {value === null || value.numerator === null || value.denominator === null ? null : (
        <Fact name="From">{`${formatExact(value.numerator)} of ${formatExact(value.denominator)}`}</Fact>
      )}
      {value === null || value.intervalLow === null || value.intervalHigh === null ? null : (
        <Fact name="Certain to lie in">
          {`${renderMetricValue(value.intervalLow, value)} to ${renderMetricValue(value.intervalHigh, value)}`}
        </Fact>
      )}
      {value?.parts?.map((part) => (
        <Fact key={part.id} name={part.title}>
          {part.value === null ? "n/a" : formatExact(Number(part.value.toFixed(4)))}
          {part.weight === null ? "" : `, weighs ${formatExact(part.weight)}`}
        </Fact>
      ))}
      <Fact name="Measured">
        {coverage === null ? "not known: no feed is expected here" : `${formatRatio(coverage)} of the time`}
      </Fact>
      <Fact name="Longest silence">
        {why.freshnessSeconds === null
          ? "not known here"
          : `${formatDuration(Math.round(why.freshnessSeconds))}, of the quietest feed behind it`}
      </Fact>
      <Fact name="As of">
        <span data-tip={formatInstantExact(new Date(why.asOf), timeZone)}>{at(why.asOf)}</span>{" "}
        <button type="button" className={classes.again} disabled={props.isRefreshing} onClick={props.onRefresh}>
          {props.isRefreshing ? "Asking" : "Ask again"}
        </button>
      </Fact>
      <Fact name="Over">{`${at(why.from)} – ${at(why.to)} (${timeZone})`}</Fact>
      <Fact name="Compared with">
        {`${at(why.previousFrom)} – ${at(why.previousTo)}: ${renderExactly(why.previous)}`}
      </Fact>
      <Fact name="Definition">{`version ${why.definitionVersion}`}</Fact>
    </dl>
  );
}

function Fact(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

function renderExactly(value: WhyFigure | null): string {
  return value === null || value.value === null ? "n/a" : renderFigureValue(value.value, value);
}
