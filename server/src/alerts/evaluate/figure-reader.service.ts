import type { AlertRule } from "@watchfloor/dashboards";
import type { AnsweredGroup } from "../../metrics/execution/metric-answer.js";
import type { MetricsService } from "../../metrics/execution/metrics.service.js";
import { findMetric } from "../../metrics/metric-catalog.js";
import type { MetricDefinition } from "../../metrics/metric-definition.js";
import { DIMENSIONS, type Dimension } from "../../metrics/metric-words.js";
import type { ReachFilter } from "../../scope/reach.js";
import type { Scope } from "../../scope/scope.js";
import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import type { RuleQuery } from "./rule-query.js";
import type { GroupFigures } from "./slot-figures.js";

/** The metric that says whether anything came, and what of a rule it can be asked by. */
const HEARD = "events_received";
const FEED_DIMENSIONS: readonly Dimension[] = ["CLIENT", "STORE", "CHANNEL", "PARTNER", "SOURCE"];
const FEED_FILTERS = ["clients", "stores", "channels", "partners", "sources", "regions"] as const;

/** FigureWish is one question of one rule. */
export interface FigureWish {
  readonly query: RuleQuery;
  readonly dimensions: readonly Dimension[];
  readonly filter: ReachFilter;
}

/** A range of which figures are wanted: its edges, in epoch milliseconds. */
interface Range {
  readonly edges: readonly number[];
}

/** TooManyFigures says that an answer has no room for so many groups and edges: ask for fewer edges. */
export class TooManyFigures extends Error {
  override readonly name = "TooManyFigures";
}

/** FigureReader asks the one metrics service what rules want to know. Wishes that differ in their metric alone become one question. */
export class FigureReader {
  constructor(private readonly metrics: MetricsService) {}

  /** readMany answers wishes at a slot, each by its place. Rejects with a `ClickHouseFailure`, or with an error that says why it cannot be asked. */
  async readMany(scope: Scope, wishes: readonly FigureWish[], slotAt: number): Promise<GroupFigures[][]> {
    const shared = new Map<string, FigureWish[]>();
    for (const wish of wishes) {
      const key = JSON.stringify([wish.dimensions, wish.filter, wish.query.edges, isJudged(wish.query)]);
      shared.set(key, [...(shared.get(key) ?? []), wish]);
    }
    const answered = new Map<FigureWish, GroupFigures[]>();
    await Promise.all(
      [...shared.values()].map(async (same) => {
        const [first] = same;
        if (first === undefined) return;
        const range = { edges: first.query.edges.map((edge) => slotAt + edge) };
        const groups = await this.ask(scope, { ...first, metrics: same.map(({ query }) => query.metric) }, range);
        for (const wish of same) answered.set(wish, readGroups(wish, groups));
      }),
    );
    return wishes.map((wish) => answered.get(wish) ?? []);
  }

  /** readSeries answers one wish between many edges in one question: a figure for each pair of neighbours. */
  async readSeries(scope: Scope, wish: FigureWish, edges: readonly number[]): Promise<GroupFigures[]> {
    return readGroups(wish, await this.ask(scope, { ...wish, metrics: [wish.query.metric] }, { edges }));
  }

  /** findHeard tells of which groups anything came in [from, to), by what feeds can be told apart by. */
  async findHeard(
    scope: Scope,
    wish: FigureWish,
    { fromMs, toMs }: { fromMs: number; toMs: number },
  ): Promise<(labels: Labels) => boolean> {
    const dimensions = wish.dimensions.filter((dimension) => FEED_DIMENSIONS.includes(dimension));
    const filter = Object.fromEntries(
      FEED_FILTERS.flatMap((name) => (wish.filter[name] == null ? [] : [[name, wish.filter[name]]])),
    );
    const asked = { query: { metric: HEARD, edges: [] }, dimensions, filter, metrics: [HEARD] };
    const groups = readGroups(asked, await this.ask(scope, asked, { edges: [fromMs, toMs] }));
    const names = dimensions.map((dimension) => dimension.toLowerCase());
    const keyOf = (labels: Labels) =>
      fingerprintLabels(Object.fromEntries(names.map((name) => [name, labels[name] ?? ""])));
    const heard = new Set(
      groups.filter(({ windows }) => (windows[0]?.value ?? 0) > 0).map(({ labels }) => keyOf(labels)),
    );
    return (labels) => heard.has(keyOf(labels));
  }

  private async ask(
    scope: Scope,
    { metrics, dimensions, filter, query }: FigureWish & { readonly metrics: readonly string[] },
    { edges }: Range,
  ): Promise<AnsweredGroup[]> {
    const [first = 0, last = 0] = [edges[0], edges[edges.length - 1]];
    const question = {
      metrics: [...new Set(metrics)],
      from: new Date(first),
      to: new Date(last),
      groupBy: dimensions,
      filter,
    };
    const definitions = query.isUnguarded === true ? question.metrics.flatMap(openMetric) : [];
    const wants = { coverage: false, isWhole: true, definitions, ...(edges.length > 2 ? { edges } : {}) };
    const outcome = await this.metrics.ask(scope, question, wants);
    if (!outcome.isAnswered) {
      const { reason, detail, remedy } = outcome.refusal;
      const words = `${detail} ${remedy}`;
      throw reason === "too_many_points" ? new TooManyFigures(words) : new Error(words);
    }
    return outcome.answer.groups;
  }
}

/** chooseDimensions gives the dimensions of a rule; what is of a client alone is told apart by it. */
export function chooseDimensions(rule: AlertRule, metric: string): Dimension[] {
  const asked = DIMENSIONS.filter((dimension) => rule.groupBy.includes(dimension.toLowerCase()));
  const isOfClient = asked.length > 0 && findMetric(metric)?.dimensions.includes("CLIENT") === true;
  return isOfClient && !asked.includes("CLIENT") ? ["CLIENT", ...asked] : asked;
}

function isJudged({ metric, isUnguarded }: RuleQuery): boolean {
  return isUnguarded === true ? false : findMetric(metric)?.needsCoverage === true;
}

/** The same metric, judged whatever was measured. */
function openMetric(id: string): MetricDefinition[] {
  const metric = findMetric(id);
  return metric === undefined ? [] : [{ ...metric, needsCoverage: false }];
}

/** What lies in no place of a dimension that was asked for is no group of the rule. */
function readGroups({ query, dimensions }: FigureWish, groups: readonly AnsweredGroup[]): GroupFigures[] {
  return groups.flatMap(({ key, values }) => {
    const value = values.find(({ metric }) => metric === query.metric);
    const isNowhere = dimensions.some(
      (dimension) => (key.find((part) => part.dimension === dimension)?.id ?? "") === "",
    );
    if (value === undefined || isNowhere) return [];
    const labels = Object.fromEntries(key.map(({ dimension, id }) => [dimension.toLowerCase(), id ?? ""]));
    const windows = (value.series ?? [value]).map(({ value: of, numerator, denominator }) => ({
      value: of,
      numerator,
      denominator,
    }));
    return [{ labels, windows }];
  });
}
