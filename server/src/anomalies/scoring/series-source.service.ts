import type { MetricsService } from "../../metrics/execution/metrics.service.js";
import type { AnsweredGroup, AnsweredPoint } from "../../metrics/execution/metric-answer.js";
import { MAX_POINTS } from "../../metrics/query/check-metric-question.js";
import type { Dimension } from "../../metrics/metric-words.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { ReachFilter } from "../../scope/reach.js";
import type { Scope } from "../../scope/scope.js";
import { SLOT_MS } from "./local-slot.js";
import { buildSeriesKey, renderSeriesKey, type SeriesKey } from "./series-key.js";
import type { SlotFigures } from "./watched-state.js";
import type { WatchedGrouping, WatchedMetric } from "./watched-series.js";

/** Groups of one answer are limited, and so are its points. */
const MAX_STORES = 500;
const MAX_CLIENTS = 20;
const MAX_POINTS_ASKED = 300_000;
/** The metric that says whether anything came, and the dimensions it can be grouped by. */
const HEARD = "events_received";
const FEED_DIMENSIONS: readonly Dimension[] = ["CLIENT", "STORE", "CHANNEL", "PARTNER", "SOURCE"];

/** SeriesSlots is what one series had in the slots of a range; `figures` has one entry a slot. */
export interface SeriesSlots {
  readonly key: SeriesKey;
  readonly watched: WatchedMetric;
  readonly figures: readonly SlotFigures[];
}

interface Piece {
  readonly grouping: WatchedGrouping;
  readonly filter: ReachFilter;
  readonly fromMs: number;
  readonly toMs: number;
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

  private async ask(scope: Scope, given: Piece): Promise<SeriesSlots[]> {
    const { grouping } = given;
    const groups = await this.askGroups(scope, given, {
      metrics: grouping.metrics.map((watched) => watched.metric),
      groupBy: grouping.dimensions,
    });
    if (groups === undefined) return this.askHalves(scope, given);
    this.groupCounts.set(grouping.id, Math.max(groups.length, this.groupCounts.get(grouping.id) ?? 0));
    const heard = await this.findHeard(scope, given);
    return groups.flatMap((group) => buildSeries(group, grouping, heard));
  }

  /** Whether anything came at all: by the dimensions of the grouping that a feed has. Only counts ask. */
  private async findHeard(scope: Scope, given: Piece): Promise<(key: SeriesKey, slot: number) => boolean> {
    const { grouping } = given;
    const groupBy = grouping.dimensions.filter((dimension) => FEED_DIMENSIONS.includes(dimension));
    const needsHeard = grouping.metrics.some(({ kind, metric }) => kind === "count" && metric !== HEARD);
    const groups = needsHeard ? await this.askGroups(scope, given, { metrics: [HEARD], groupBy }) : [];
    const heard = new Map<string, readonly AnsweredPoint[]>();
    for (const group of groups ?? [])
      heard.set(renderSeriesKey(buildSeriesKey(group.key)), group.values[0]?.series ?? []);
    return (key, slot) => {
      const ofFeed = { ...key, workflow: "", measure: "", currency: "" };
      return (heard.get(renderSeriesKey(ofFeed))?.[slot]?.value ?? 0) > 0;
    };
  }

  /** undefined = the answer would be too long. */
  private async askGroups(
    scope: Scope,
    { grouping, filter, fromMs, toMs }: Piece,
    asked: { metrics: readonly string[]; groupBy: readonly Dimension[] },
  ): Promise<AnsweredGroup[] | undefined> {
    const range = { from: new Date(fromMs), to: new Date(toMs) };
    const question = { ...asked, ...range, granularity: "FIVE_MINUTES", filter, timeZone: "UTC" } as const;
    const outcome = await this.parts.metrics.ask(scope, question, { coverage: false });
    if (outcome.isAnswered) return outcome.answer.groups;
    if (outcome.refusal.reason === "too_many_points" && toMs - fromMs > SLOT_MS) return undefined;
    throw new Error(`Series of ${grouping.id} were not answered: ${outcome.refusal.detail}`);
  }

  private async askHalves(scope: Scope, given: Piece): Promise<SeriesSlots[]> {
    const { fromMs, toMs } = given;
    const middleMs = fromMs + Math.floor((toMs - fromMs) / SLOT_MS / 2) * SLOT_MS;
    const first = await this.ask(scope, { ...given, toMs: middleMs });
    const second = await this.ask(scope, { ...given, fromMs: middleMs });
    return joinHalves([first, second], { fromMs, middleMs, toMs });
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

function buildSeries(
  group: AnsweredGroup,
  grouping: WatchedGrouping,
  heard: (key: SeriesKey, slot: number) => boolean,
): SeriesSlots[] {
  if (group.key.some((part) => part.dimension === grouping.needs && part.id === null)) return [];
  const key = buildSeriesKey(group.key);
  if (key.client === "") return [];
  return grouping.metrics.flatMap((watched) => {
    const points = group.values.find((value) => value.metric === watched.metric)?.series;
    if (points == null) return [];
    const figures = points.map((point, slot) => buildFigures(point, watched, heard(key, slot)));
    return [{ key: watched.metric === "measure_avg" ? key : { ...key, currency: "" }, watched, figures }];
  });
}

function buildFigures(point: AnsweredPoint, { kind }: WatchedMetric, isHeard: boolean): SlotFigures {
  const hasRecord = point.value !== null && !(kind === "count" && point.value === 0);
  return {
    atMs: point.at.getTime(),
    value: hasRecord ? (point.value ?? undefined) : undefined,
    numerator: point.numerator ?? 0,
    denominator: point.denominator ?? 0,
    isHeard,
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
    ...{ atMs: fromMs + slot * SLOT_MS, value: undefined, numerator: 0, denominator: 0, isHeard: false },
  }));
}
