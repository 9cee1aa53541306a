import type { ChartLevel, LinesChartData } from "../../../charts/lines-chart-data.js";
import type { ChartSpan } from "../../../charts/time-chart-data.js";
import { formatInstant } from "../../../format/format-instant.js";
import type { AlertSeverity } from "../../../graphql/operations.js";
import { chooseDomain } from "../../../time-range/choose-domain.js";
import { chooseTicks } from "../../../time-range/choose-ticks.js";
import type { AlertLabel } from "../rule/render-labels.js";
import { renderMeasure } from "../definition/render-measure.js";
import { readLevels, type RuleDraft } from "../definition/rule-draft.js";
import type { BackTestAnswer, BackTestRange } from "./use-back-test.js";

const ticksAtMost = 6;
const lanesAtMost = 12;

/** EpisodeBar is one episode at its place in its lane; start and width are shares of the range. */
export interface EpisodeBar {
  readonly start: number;
  readonly width: number;
  readonly severity: AlertSeverity;
  readonly tip: string;
}

/** EpisodeLane is one group with its episodes. */
export interface EpisodeLane {
  readonly title: string;
  readonly bars: readonly EpisodeBar[];
}

/** ShapedBackTest is what is drawn of a back-test. `chart` is null where values are no measure. */
export interface ShapedBackTest {
  readonly chart: LinesChartData | null;
  readonly levels: readonly ChartLevel[];
  readonly spans: readonly ChartSpan[];
  readonly lanes: readonly EpisodeLane[];
  readonly hiddenLanes: number;
}

interface Asked {
  readonly range: BackTestRange;
  readonly draft: RuleDraft;
  readonly unit: string;
  readonly timeZone: string;
  readonly nameOf: (labels: readonly AlertLabel[]) => string;
}

const tones: Readonly<Record<string, ChartLevel["tone"]>> = { critical: "bad", warning: "risk" };

/** shapeBackTest makes lines, thresholds and lanes of what a rule would have done. */
export function shapeBackTest(answer: BackTestAnswer, asked: Asked): ShapedBackTest {
  const lanes = buildLanes(answer, asked);
  const { toMs } = asked.range;
  return {
    chart: answer.series.length === 0 ? null : buildChart(answer, asked),
    levels: listLevels(answer, asked),
    spans: joinSpans(answer.episodes.map((one) => ({ from: Date.parse(one.firedAt), to: endOf(one, toMs) }))),
    lanes: lanes.slice(0, lanesAtMost),
    hiddenLanes: Math.max(0, lanes.length - lanesAtMost),
  };
}

function buildChart({ series }: BackTestAnswer, { range, timeZone, nameOf, unit }: Asked): LinesChartData {
  const interval = { from: new Date(range.fromMs), to: new Date(range.toMs) };
  const ticks = chooseTicks(interval, timeZone, ticksAtMost);
  const lines = series.map(({ labels, from, stepSeconds, values }) => ({
    id: JSON.stringify(labels),
    title: nameOf(labels),
    points: values.map((value, index) => ({
      // A value speaks of the stretch before it: it stands at its end, as the slot does.
      at: Date.parse(from) + (index + 1) * stepSeconds * 1_000,
      value,
      words: value === null ? "no value" : renderMeasure(value, unit),
    })),
  }));
  const instants = lines.flatMap(({ points }) => points.map(({ at }) => at));
  return {
    lines,
    unmeasured: [],
    domain: chooseDomain(interval),
    ticks: ticks.at,
    tickStepMs: ticks.stepMs,
    bucketWords: Object.fromEntries(instants.map((at) => [at, formatInstant(new Date(at), timeZone, interval.to)])),
  };
}

function listLevels({ episodes }: BackTestAnswer, { draft, unit }: Asked): readonly ChartLevel[] {
  const written = readLevels(draft).flatMap(({ severity, threshold }) =>
    threshold === null ? [] : [{ severity, threshold }],
  );
  // The tiers of an error budget have thresholds that the rule does not write down.
  const fired = episodes.flatMap(({ severity, threshold }) =>
    threshold === null ? [] : [{ severity: severity.toLowerCase(), threshold }],
  );
  const all = (written.length > 0 ? written : fired).map(({ severity, threshold }) => ({
    value: threshold,
    words: `${severity} ${renderMeasure(threshold, unit)}`,
    tone: tones[severity] ?? ("plain" as const),
  }));
  return [...new Map(all.map((level) => [level.words, level])).values()];
}

function buildLanes({ episodes }: BackTestAnswer, asked: Asked): readonly EpisodeLane[] {
  const lanes = new Map<string, EpisodeBar[]>();
  const { fromMs, toMs } = asked.range;
  for (const episode of episodes) {
    const title = asked.nameOf(episode.labels);
    const [start, end] = [Date.parse(episode.firedAt), endOf(episode, toMs)];
    const place = (at: number): number => Math.min(1, Math.max(0, (at - fromMs) / (toMs - fromMs)));
    const bar = { start: place(start), width: place(end) - place(start), severity: episode.severity };
    lanes.set(title, [...(lanes.get(title) ?? []), { ...bar, tip: describeEpisode(episode, asked) }]);
  }
  return [...lanes]
    .map(([title, bars]) => ({ title, bars }))
    .sort((left, right) => right.bars.length - left.bars.length || left.title.localeCompare(right.title));
}

function describeEpisode(episode: BackTestAnswer["episodes"][number], { timeZone, range }: Asked): string {
  const render = (text: string): string => formatInstant(new Date(text), timeZone, new Date(range.toMs));
  const end = episode.resolvedAt === null ? "still firing" : `until ${render(episode.resolvedAt)}`;
  return `${episode.summary}\n${episode.severity.toLowerCase()}, from ${render(episode.firedAt)}, ${end}`;
}

/** What overlaps is one stretch: shades of each other would say nothing. */
function joinSpans(spans: readonly ChartSpan[]): readonly ChartSpan[] {
  const joined: ChartSpan[] = [];
  for (const span of [...spans].sort((left, right) => left.from - right.from)) {
    const last = joined[joined.length - 1];
    if (last === undefined || span.from > last.to) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return joined;
}

function endOf({ resolvedAt }: BackTestAnswer["episodes"][number], toMs: number): number {
  return resolvedAt === null ? toMs : Date.parse(resolvedAt);
}
