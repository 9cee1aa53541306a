import type { ChartPoint, ChartSpan, TimeChartData } from "../charts/time-chart-data.js";
import { formatInstant } from "../format/format-instant.js";
import { formatNullReason } from "../format/format-null-reason.js";
import { formatExact } from "../format/format-number.js";
import { formatRatio } from "../format/format-ratio.js";
import type { SeriesAnswer, SeriesPoint } from "./series-query.js";
import { chooseDomain } from "../time-range/choose-domain.js";
import { chooseTicks } from "../time-range/choose-ticks.js";

interface TrendOptions {
  /** The metric with its name and how its values are said. */
  readonly metric: { readonly id: string; readonly words: string; readonly format: (value: number) => string };
  readonly timeZone: string;
}

/** unmeasuredBelow is the coverage under which a bucket is hatched and its value left out: less than half of it was seen. */
const unmeasuredBelow = 0.5;
const ticksAtMost = 7;

/** shapeTrend makes a chart of a metric's series. Unmeasured time becomes a hatched span, a missing bucket a gap; neither is bridged or drawn as zero. */
export function shapeTrend(answer: SeriesAnswer, options: TrendOptions): TimeChartData {
  const values = answer.groups[0]?.values ?? [];
  const series = values.find((value) => value.metric === options.metric.id)?.series ?? [];
  const coverage = new Map(
    (values.find((value) => value.metric === "coverage")?.series ?? []).map((point) => [
      Date.parse(point.at),
      point.value,
    ]),
  );
  const bucketMs = answer.bucket.lengthMs;
  const toMs = answer.interval.to.getTime();
  const points = series
    .filter((point) => Date.parse(point.at) < toMs)
    .map((point) => buildPoint(point, coverage, { ...options, toMs, bucketMs }));
  const ticks = chooseTicks(answer.interval, options.timeZone, ticksAtMost);
  return {
    points: addGaps(points, bucketMs),
    unmeasured: joinSpans(
      [...coverage].flatMap(([at, share]) => (isUnmeasured(share) ? [{ from: at, to: at + bucketMs }] : [])),
    ),
    domain: chooseDomain(answer.interval),
    ticks: ticks.at,
    tickStepMs: ticks.stepMs,
    bucketMs,
  };
}

function buildPoint(
  point: SeriesPoint,
  coverage: ReadonlyMap<number, number | null>,
  options: TrendOptions & { toMs: number; bucketMs: number },
): ChartPoint {
  const at = Date.parse(point.at);
  const share = coverage.get(at) ?? point.coverage;
  const isHidden = isUnmeasured(share);
  const isRunning = at + options.bucketMs > options.toMs;
  const value = isHidden ? null : point.value;
  const words =
    value === null
      ? `n/a: ${isHidden ? "not measured" : formatNullReason(point.nullReason)}`
      : options.metric.format(value);
  const band =
    point.expectedLow === null || point.expectedHigh === null
      ? null
      : ([point.expectedLow, point.expectedHigh] as const);
  const lines = [
    `${formatInstant(new Date(at), options.timeZone, new Date(options.toMs))}${isRunning ? ", still running" : ""}`,
    `${options.metric.words}: ${words}`,
  ];
  if (point.numerator !== null && point.denominator !== null)
    lines.push(`${formatExact(point.numerator)} of ${formatExact(point.denominator)}`);
  if (share !== null && share !== undefined) lines.push(`measured: ${formatRatio(share)}`);
  return { at, value, band, lines };
}

function isUnmeasured(share: number | null | undefined): boolean {
  return share !== null && share !== undefined && share < unmeasuredBelow;
}

function addGaps(points: readonly ChartPoint[], bucketMs: number): readonly ChartPoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isHole = before !== undefined && point.at - before.at > bucketMs * 1.5;
    return isHole
      ? [{ at: before.at + bucketMs, value: null, band: null, lines: ["nothing in this range"] }, point]
      : [point];
  });
}

function joinSpans(spans: readonly ChartSpan[]): readonly ChartSpan[] {
  const joined: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}
