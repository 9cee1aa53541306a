import type { MetricsService } from "../../metrics/execution/metrics.service.js";
import type { AnsweredGroup, AnsweredPoint } from "../../metrics/execution/metric-answer.js";
import { MAX_POINTS } from "../../metrics/query/check-metric-question.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { ReachFilter } from "../../scope/reach.js";
import type { Scope } from "../../scope/scope.js";
import { SLOT_MS } from "./local-slot.js";
import { buildSeriesKey, type SeriesKey } from "./series-key.js";
import type { SlotFigures } from "./watched-state.js";
import type { WatchedGrouping, WatchedMetric } from "./watched-series.js";

/** Groups of one answer are limited, and so are its points. */
const MAX_STORES = 500;
const MAX_CLIENTS = 20;
const MAX_POINTS_ASKED = 300_000;
/** Below half of what its feeds should have sent, nothing is not none. */
const ALIVE_FROM = 0.5;

/** SeriesSlots is what one series had in the slots of a range; `figures` has one entry a slot. */
export interface SeriesSlots {
  readonly key: SeriesKey;
  readonly watched: WatchedMetric;
  readonly figures: readonly SlotFigures[];
}

/** SeriesSource reads what is watched with the one query compiler, all series of a grouping at once. */
export class SeriesSource {
  /** How many groups a grouping had when it was last asked, to ask for as many slots as an answer holds. */
  private readonly groupCounts = new Map<string, number>();

  constructor(private readonly parts: { metrics: MetricsService; registry: RegistryService }) {}

  /** read yields the series of a grouping in [fromMs, toMs), in pieces in the order of time; a series without anything in a piece is not in it. */
  async *read(
    scope: Scope,
    grouping: WatchedGrouping,
    range: { fromMs: number; toMs: number },
  ): AsyncGenerator<{ fromMs: number; toMs: number; series: SeriesSlots[] }> {
    const filters = await this.buildFilters(scope, grouping);
    let fromMs = range.fromMs;
    while (fromMs < range.toMs) {
      const slots = this.chooseLength(grouping);
      const toMs = Math.min(range.toMs, fromMs + slots * SLOT_MS);
      const series: SeriesSlots[] = [];
      for (const filter of filters) series.push(...(await this.ask(scope, { grouping, filter, fromMs, toMs })));
      yield { fromMs, toMs, series };
      fromMs = toMs;
    }
  }

  private chooseLength(grouping: WatchedGrouping): number {
    // Before the first answer a day is asked for: it tells how many groups there are.
    const groups = this.groupCounts.get(grouping.id);
    if (groups === undefined) return 288;
    const perSlot = Math.max(groups, 20) * (grouping.metrics.length + 1);
    return Math.max(1, Math.min(MAX_POINTS - 2, Math.floor(MAX_POINTS_ASKED / perSlot)));
  }

  private async ask(
    scope: Scope,
    given: { grouping: WatchedGrouping; filter: ReachFilter; fromMs: number; toMs: number },
  ): Promise<SeriesSlots[]> {
    const { grouping, filter, fromMs, toMs } = given;
    const hasCounts = grouping.metrics.some((watched) => watched.kind === "count");
    const metrics = [...grouping.metrics.map((watched) => watched.metric), ...(hasCounts ? ["coverage"] : [])];
    const range = { from: new Date(fromMs), to: new Date(toMs) };
    const outcome = await this.parts.metrics.ask(
      scope,
      { metrics, ...range, granularity: "FIVE_MINUTES", groupBy: grouping.dimensions, filter, timeZone: "UTC" },
      { coverage: false },
    );
    if (!outcome.isAnswered) {
      const middleMs = fromMs + Math.floor((toMs - fromMs) / SLOT_MS / 2) * SLOT_MS;
      if (outcome.refusal.reason !== "too_many_points" || middleMs === fromMs)
        throw new Error(`Series of ${grouping.id} were not answered: ${outcome.refusal.detail}`);
      const halves = [
        { ...given, toMs: middleMs },
        { ...given, fromMs: middleMs },
      ];
      return joinHalves(await Promise.all(halves.map((half) => this.ask(scope, half))), { fromMs, middleMs, toMs });
    }
    const { groups } = outcome.answer;
    this.groupCounts.set(grouping.id, Math.max(groups.length, this.groupCounts.get(grouping.id) ?? 0));
    return groups.flatMap((group) => buildSeries(group, grouping));
  }

  private async buildFilters(scope: Scope, grouping: WatchedGrouping): Promise<ReachFilter[]> {
    const { stores, clients } = await this.parts.registry.findVisible(scope);
    if (grouping.needs === "STORE" && stores.length > MAX_STORES)
      return splitList(
        stores.map((store) => `${store.client}/${store.id}`),
        MAX_STORES,
      ).map((ids) => ({ stores: ids }));
    if (clients.length <= MAX_CLIENTS) return [{}];
    return splitList(
      clients.map((client) => client.id),
      MAX_CLIENTS,
    ).map((ids) => ({ clients: ids }));
  }
}

function splitList<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, part) =>
    list.slice(part * length, (part + 1) * length),
  );
}

function buildSeries(group: AnsweredGroup, grouping: WatchedGrouping): SeriesSlots[] {
  if (group.key.some((part) => part.dimension === grouping.needs && part.id === null)) return [];
  const key = buildSeriesKey(group.key);
  if (key.client === "") return [];
  const coverage = group.values.find((value) => value.metric === "coverage")?.series;
  return grouping.metrics.flatMap((watched) => {
    const points = group.values.find((value) => value.metric === watched.metric)?.series;
    if (points == null) return [];
    const figures = points.map((point, slot) => buildFigures(point, watched, coverage?.[slot]?.value ?? 0));
    return [{ key: watched.metric === "measure_avg" ? key : { ...key, currency: "" }, watched, figures }];
  });
}

function buildFigures(point: AnsweredPoint, { kind }: WatchedMetric, coverage: number): SlotFigures {
  const hasRecord = point.value !== null && !(kind === "count" && point.value === 0);
  return {
    atMs: point.at.getTime(),
    value: hasRecord ? (point.value ?? undefined) : undefined,
    numerator: point.numerator ?? 0,
    denominator: point.denominator ?? 0,
    isAlive: coverage >= ALIVE_FROM,
  };
}

/** A series that is in one half only had nothing recorded in the other. */
function joinHalves(
  [first = [], second = []]: readonly SeriesSlots[][],
  { fromMs, middleMs, toMs }: { fromMs: number; middleMs: number; toMs: number },
): SeriesSlots[] {
  const name = ({ key, watched }: SeriesSlots) => JSON.stringify([watched.metric, key]);
  const later = new Map(second.map((series) => [name(series), series]));
  const joined = first.map((series) => {
    const rest = later.get(name(series))?.figures ?? buildNothing(middleMs, toMs);
    later.delete(name(series));
    return { ...series, figures: [...series.figures, ...rest] };
  });
  const onlyLater = [...later.values()].map((series) => ({
    ...series,
    figures: [...buildNothing(fromMs, middleMs), ...series.figures],
  }));
  return [...joined, ...onlyLater];
}

function buildNothing(fromMs: number, toMs: number): SlotFigures[] {
  return Array.from({ length: (toMs - fromMs) / SLOT_MS }, (_, slot) => ({
    ...{ atMs: fromMs + slot * SLOT_MS, value: undefined, numerator: 0, denominator: 0, isAlive: false },
  }));
}
