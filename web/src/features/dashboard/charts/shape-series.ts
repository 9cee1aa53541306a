import type { ChartLine, LinesChartData } from "../../../charts/lines-chart-data.js";
import { formatInstant } from "../../../format/format-instant.js";
import { formatNullReason } from "../../../format/format-null-reason.js";
import { formatExact } from "../../../format/format-number.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { chooseDomain } from "../../../time-range/choose-domain.js";
import { chooseTicks } from "../../../time-range/choose-ticks.js";
import type { PanelSeriesAnswer } from "../ask/panel-queries.js";
import { shapeEarlier } from "./shape-earlier.js";
import { renderGroupTitle } from "../frame/render-group-title.js";

type Value = PanelSeriesAnswer["groups"][number]["values"][number];

interface SeriesOptions {
  readonly metrics: readonly string[];
  readonly timeZone: string;
  readonly titleOf: (metric: string) => string;
  /** coverage of the whole panel, where it could not be asked beside its groups. */
  readonly coverage?: PanelSeriesAnswer | undefined;
  /** earlier is laid under a single line. */
  readonly earlier?: { readonly answer: PanelSeriesAnswer; readonly title: string } | undefined;
}

/** Less than half of a bucket was seen: its value is left out and its time hatched. */
const unmeasuredBelow = 0.5;
const ticksAtMost = 7;

/** shapeSeries makes lines of series: one for each group and metric. What was not measured is a gap and hatched, never zero and never bridged. */
export function shapeSeries(answer: PanelSeriesAnswer, options: SeriesOptions): LinesChartData {
  const { interval, bucket } = answer;
  const { timeZone } = options;
  const ticks = chooseTicks(interval, timeZone, ticksAtMost);
  const unmeasured = listUnmeasured(options.coverage ?? answer);
  const hidden = new Set(unmeasured);
  const lines = answer.groups.flatMap(({ key, values }) =>
    values
      .filter(
        ({ metric, unit, currency }) => options.metrics.includes(metric) && !(unit === "money" && currency === null),
      )
      .map((value) => buildLine(value, { hidden, title: nameLine(key, value, options) })),
  );
  const nameBucket = (at: number): string => {
    const isRunning = at + bucket.lengthMs > interval.to.getTime();
    return `${formatInstant(new Date(at), timeZone, interval.to)}${isRunning ? ", still running" : ""}`;
  };
  const instants = lines.flatMap(({ points }) => points.map(({ at }) => at));
  return {
    lines: addEarlier(lines, options.earlier),
    unmeasured: unmeasured.map((at) => ({ from: at, to: at + bucket.lengthMs })),
    domain: chooseDomain(interval),
    ticks: ticks.at,
    tickStepMs: ticks.stepMs,
    bucketWords: Object.fromEntries(instants.map((at) => [at, nameBucket(at)])),
  };
}

function addEarlier(lines: readonly ChartLine[], earlier: SeriesOptions["earlier"]): readonly ChartLine[] {
  const [line] = lines;
  if (earlier === undefined || line === undefined || lines.length > 1) return lines;
  const under = shapeEarlier(line, earlier.answer, earlier.title);
  return under === undefined ? lines : [line, under];
}

function nameLine(
  key: PanelSeriesAnswer["groups"][number]["key"],
  value: Value,
  { metrics, titleOf }: SeriesOptions,
): string {
  const group = key.some(({ dimension }) => dimension.toUpperCase() !== "CURRENCY") ? renderGroupTitle(key) : "";
  const metric = metrics.length > 1 || group === "" ? titleOf(value.metric) : "";
  return [group, metric, value.currency ?? ""].filter((word) => word !== "").join(", ");
}

function buildLine(value: Value, of: { readonly hidden: ReadonlySet<number>; readonly title: string }): ChartLine {
  const points = (value.series ?? []).map((point) => {
    const at = Date.parse(point.at);
    const shown = of.hidden.has(at) ? null : point.value;
    const parts =
      point.numerator === null || point.denominator === null
        ? ""
        : ` (${formatExact(point.numerator)} of ${formatExact(point.denominator)})`;
    const words =
      shown === null
        ? `n/a: ${of.hidden.has(at) ? "not measured" : formatNullReason(point.nullReason)}`
        : `${formatFigure(shown, value)}${parts}`;
    return { at, value: shown, words };
  });
  return { id: `${value.metric} ${value.currency ?? ""} ${of.title}`, title: of.title, points };
}

/** Coverage is asked beside the metrics of a panel without groups; of groups for all of them together. */
function listUnmeasured(answer: PanelSeriesAnswer): readonly number[] {
  const coverage = answer.groups.flatMap(({ values }) => values).find(({ metric }) => metric === "coverage");
  return (coverage?.series ?? []).flatMap(({ at, value }) =>
    value !== null && value < unmeasuredBelow ? [Date.parse(at)] : [],
  );
}
