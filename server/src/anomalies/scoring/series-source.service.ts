import { MAX_ROWS } from "../../metrics/compiler/compile-flow.js";
import { computeFigure } from "../../metrics/execution/compute-figure.js";
import { FigureTable, type FigureGroup } from "../../metrics/execution/figure-table.js";
import type { MetricsRepository } from "../../metrics/execution/metrics.repository.js";
import { planMetrics, type Plan } from "../../metrics/execution/plan-metrics.js";
import { findMetric, readTerms } from "../../metrics/metric-catalog.js";
import type { MetricDefinition } from "../../metrics/metric-definition.js";
import type { Dimension } from "../../metrics/metric-words.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Reach } from "../../scope/reach.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { SLOT_MS } from "./local-slot.js";
import { buildSeriesKey, renderSeriesKey, type SeriesKey } from "./series-key.js";
import type { SlotFigures } from "./watched-state.js";
import type { WatchedGrouping, WatchedMetric } from "./watched-series.js";

/** A piece of time that is read at once: the bounds of its slots stand in the statement, which has a greatest length. */
const MAX_SLOTS = 4_032;
/** Before a grouping was read, eight hours of it tell how many rows a slot has. Then a piece is at most four times as long as the one before. */
const FIRST_SLOTS = 96;
/** After a night the rows of the day before are expected, not those of the night. */
const KEEP_OF_ROWS = 0.95;
/**
 * Rows asked for at once, well below what a statement may return: busy days have more than quiet ones. Reading 60,000 costs as much a row and keeps
 * the process busy for three times as long.
 */
const ROWS_AT_ONCE = 20_000;
/** The metric that says whether anything came, and the dimensions it can be grouped by. */
const HEARD = "events_received";
const FEED_DIMENSIONS: readonly Dimension[] = ["CLIENT", "STORE", "CHANNEL", "PARTNER", "SOURCE"];

/** SeriesSlots is what one series had in a piece of time, by the start of the slot; slots without anything recorded are not in it. Computed when it is asked for. */
export interface SeriesSlots {
  readonly key: SeriesKey;
  readonly watched: WatchedMetric;
  readonly readFigures: () => ReadonlyMap<number, SlotFigures>;
}

/** SeriesPiece is a piece of time of all series of a grouping. */
export interface SeriesPiece {
  readonly fromMs: number;
  readonly toMs: number;
  readonly series: readonly SeriesSlots[];
  /** Whether anything at all came from the feeds of a series in a slot. */
  readonly isHeard: (key: SeriesKey, atMs: number) => boolean;
}

interface Answer {
  readonly groups: readonly FigureGroup[];
  readonly plans: readonly Plan[];
}

/**
 * SeriesSource reads what is watched with the one query compiler, all series of a grouping at once. It takes what the engine answered as it is:
 * most slots of most series are empty, and only charts want a point for each.
 */
export class SeriesSource {
  /** Rows a slot of a grouping may have, by what it had. */
  private readonly rowsPerSlot = new Map<string, number>();

  constructor(private readonly parts: { repository: MetricsRepository; registry: RegistryService; now: () => Date }) {}

  /** read yields the series of a grouping in [fromMs, toMs), in pieces in the order of time. Rejects with a `ClickHouseFailure`. */
  async *read(
    scope: Scope,
    grouping: WatchedGrouping,
    range: { fromMs: number; toMs: number },
  ): AsyncGenerator<SeriesPiece> {
    const reach = await resolveReach(this.parts.registry, scope, undefined);
    let fromMs = range.fromMs;
    let slots = this.chooseLength(grouping, FIRST_SLOTS);
    while (fromMs < range.toMs) {
      const toMs = Math.min(range.toMs, fromMs + slots * SLOT_MS);
      const piece = await this.readPiece(reach, grouping, { fromMs, toMs });
      if (piece === undefined && slots === 1)
        throw new Error(`Five minutes of the series of ${grouping.id} have more than ${MAX_ROWS} rows.`);
      slots = piece === undefined ? Math.max(1, Math.floor(slots / 4)) : this.chooseLength(grouping, 4 * slots);
      if (piece === undefined) continue;
      yield piece;
      fromMs = toMs;
    }
  }

  private chooseLength({ id }: WatchedGrouping, most: number): number {
    const rows = this.rowsPerSlot.get(id) ?? 1;
    return Math.max(1, Math.min(MAX_SLOTS, most, Math.floor(ROWS_AT_ONCE / Math.max(rows, 1))));
  }

  /** undefined = it would be too many rows at once. */
  private async readPiece(
    reach: Reach,
    grouping: WatchedGrouping,
    range: { fromMs: number; toMs: number },
  ): Promise<SeriesPiece | undefined> {
    const metrics = grouping.metrics.map((watched) => watched.metric);
    const answer = await this.ask(reach, { metrics, dimensions: grouping.dimensions, ...range });
    const isHeard = answer === undefined ? undefined : await this.findHeard(reach, grouping, range);
    if (answer === undefined || isHeard === undefined) return undefined;
    const buckets = answer.groups.reduce((sum, group) => sum + countBuckets(group), 0);
    const perSlot = (buckets * SLOT_MS) / (range.toMs - range.fromMs);
    this.rowsPerSlot.set(grouping.id, Math.max(perSlot, KEEP_OF_ROWS * (this.rowsPerSlot.get(grouping.id) ?? 0)));
    return { ...range, series: answer.groups.flatMap((group) => buildSeries(group, grouping, answer.plans)), isHeard };
  }

  /** Whether anything came, by the dimensions of the grouping that a feed has. Only counts ask. */
  private async findHeard(
    reach: Reach,
    { metrics, dimensions }: WatchedGrouping,
    range: { fromMs: number; toMs: number },
  ): Promise<SeriesPiece["isHeard"] | undefined> {
    if (!metrics.some(({ kind, metric }) => kind === "count" && metric !== HEARD)) return () => false;
    const ofFeeds = dimensions.filter((dimension) => FEED_DIMENSIONS.includes(dimension));
    const answer = await this.ask(reach, { metrics: [HEARD], dimensions: ofFeeds, ...range });
    if (answer === undefined) return undefined;
    const heard = new Map<string, Set<number>>();
    for (const group of answer.groups) {
      const slots = [...group.figures.values()].flatMap(({ buckets }) => [...buckets.keys()]);
      heard.set(renderSeriesKey(buildSeriesKey(group.key)), new Set(slots));
    }
    const names = new Map<SeriesKey, string>();
    return (key, atMs) => {
      const name = names.get(key) ?? renderSeriesKey({ ...key, workflow: "", measure: "", currency: "" });
      names.set(key, name);
      return heard.get(name)?.has(atMs) === true;
    };
  }

  private async ask(
    reach: Reach,
    asked: { metrics: readonly string[]; dimensions: readonly Dimension[]; fromMs: number; toMs: number },
  ): Promise<Answer | undefined> {
    const { fromMs, toMs, dimensions } = asked;
    const metrics = asked.metrics.map(findMetric).filter((metric): metric is MetricDefinition => metric !== undefined);
    const edges = Array.from({ length: (toMs - fromMs) / SLOT_MS + 1 }, (_, slot) => fromMs + slot * SLOT_MS);
    const plans = planMetrics(reach, {
      ...{ metrics, dimensions, edges, attributes: [], measures: null, now: this.parts.now() },
      ...{ from: new Date(fromMs), asOf: new Date(toMs), knowledge: { declared: [], calendarOfStore: [] } },
    });
    const table = new FigureTable([], edges.slice(0, -1));
    for (const plan of plans) {
      const rows = await this.parts.repository.run(plan.statement);
      if (rows.length > MAX_ROWS) return undefined;
      table.addRows(plan, rows);
    }
    return { groups: [...table.groups.values()], plans };
  }
}

function countBuckets({ figures }: FigureGroup): number {
  return [...figures.values()].reduce((most, { buckets }) => Math.max(most, buckets.size), 0);
}

function buildSeries(group: FigureGroup, grouping: WatchedGrouping, plans: readonly Plan[]): SeriesSlots[] {
  const key = buildSeriesKey(group.key);
  const isElsewhere = group.key.some(({ dimension, id }) => dimension === grouping.needs && id === "");
  if (isElsewhere || key.client === "") return [];
  return grouping.metrics
    .filter(({ metric }) => group.metrics.has(metric))
    .map((watched) => ({
      key: watched.metric === "measure_avg" ? key : { ...key, currency: "" },
      watched,
      readFigures: () => buildFigures(group, watched, plans),
    }));
}

function buildFigures(group: FigureGroup, watched: WatchedMetric, plans: readonly Plan[]): Map<number, SlotFigures> {
  const metric = findMetric(watched.metric);
  const figures = new Map<number, SlotFigures>();
  if (metric === undefined) return figures;
  const columns = new Map(
    readTerms(metric).map((term) => {
      const plan = plans.find(({ metrics, columnOf }) => metrics.includes(metric.id) && columnOf.has(term));
      return [term, group.figures.get(plan?.columnOf.get(term) ?? "")?.buckets] as const;
    }),
  );
  for (const buckets of columns.values())
    for (const atMs of buckets?.keys() ?? []) {
      if (figures.has(atMs)) continue;
      const { value, numerator, denominator } = computeFigure(metric, (term) => columns.get(term)?.get(atMs));
      const hasRecord = value !== null && !(watched.kind === "count" && value === 0);
      const cases = { numerator: numerator ?? 0, denominator: denominator ?? 0 };
      figures.set(atMs, { atMs, value: hasRecord ? value : undefined, ...cases, isHeard: false });
    }
  return figures;
}
