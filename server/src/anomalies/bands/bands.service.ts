import type { AnsweredGroup, AnsweredValue, MetricAnswer } from "../../metrics/execution/metric-answer.js";
import type { MetricQuestion } from "../../metrics/query/metric-query.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { renderSeriesKey } from "../scoring/series-key.js";
import type { BandRepository, StoredBand } from "./band.repository.js";
import { chooseWatchedGroup, type WatchedGroup } from "./choose-watched-group.js";

type Chosen = ReadonlyMap<AnsweredValue, WatchedGroup>;

/** BandsService adds to an answer what was expected of its points. */
export class BandsService {
  constructor(private readonly parts: { repository: BandRepository; registry: RegistryService }) {}

  /**
   * addBands fills in the expected range of the points of series that are watched, in slots of five minutes: a range of slots is no range of
   * their sum. Of a series that is still learned it says since when. The answer is left as it is where nothing is watched.
   */
  async addBands(scope: Scope, question: MetricQuestion, answer: MetricAnswer): Promise<MetricAnswer> {
    if (question.granularity !== "FIVE_MINUTES") return answer;
    const { registry, repository } = this.parts;
    const visible = await registry.findVisible(scope);
    const filter = question.filter ?? {};
    const chosen = new Map<AnsweredValue, WatchedGroup>();
    for (const { key, values } of answer.groups)
      for (const value of values) {
        const group = chooseWatchedGroup(key, { metric: value.metric, filter, scope, registry: visible });
        if (group !== undefined) chosen.set(value, group);
      }
    if (chosen.size === 0) return answer;
    const reach = await resolveReach(registry, scope, filter);
    const bands = await repository.find(reach, {
      metrics: [...new Set([...chosen.keys()].map((value) => value.metric))],
      groupings: [...new Set([...chosen.values()].map(({ grouping }) => grouping.id))],
      ...{ from: question.from, to: question.to },
    });
    const index = new Map<string, Map<number, StoredBand>>();
    for (const band of bands) {
      const name = renderName(band.metric, band.grouping, renderSeriesKey(band));
      const slots = index.get(name) ?? new Map<number, StoredBand>();
      index.set(name, slots.set(band.atMs, band));
    }
    return { ...answer, groups: answer.groups.map((group) => addToGroup(group, chosen, index)) };
  }
}

function renderName(metric: string, grouping: string, key: string): string {
  return `${metric}\0${grouping}\0${key}`;
}

function addToGroup(
  group: AnsweredGroup,
  chosen: Chosen,
  index: ReadonlyMap<string, ReadonlyMap<number, StoredBand>>,
): AnsweredGroup {
  const values = group.values.map((value) => {
    const watched = chosen.get(value);
    if (watched === undefined) return value;
    const slots = index.get(renderName(value.metric, watched.grouping.id, renderSeriesKey(watched.key)));
    return slots === undefined ? value : addToValue(value, slots);
  });
  return { ...group, values };
}

function addToValue(value: AnsweredValue, slots: ReadonlyMap<number, StoredBand>): AnsweredValue {
  const newest = [...slots.values()].reduce((best, next) => (next.atMs > best.atMs ? next : best));
  const days = Math.round(newest.historyDays * 10) / 10;
  const series = (value.series ?? []).map((point) => {
    const band = slots.get(point.at.getTime());
    if (band === undefined) return point;
    const isLearning = band.low === null || band.high === null;
    return {
      ...point,
      ...{ expectedLow: band.low, expectedHigh: band.high, anomalous: isLearning ? null : band.anomalous === 1 },
      expectedNullReason: isLearning ? ("LEARNING" as const) : null,
    };
  });
  const learning = newest.low === null ? `learning, ${days} ${days === 1 ? "day" : "days"} of history` : null;
  return { ...value, learning, series };
}
