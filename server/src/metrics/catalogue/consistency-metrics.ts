import {
  EMPTY_INPUT,
  LOOKED_AT,
  type DerivedFigure,
  type DerivedGroup,
  type DerivedGiven,
  type InputFigure,
} from "../derived-formula.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { buildWilsonInterval } from "../ranking/build-wilson-interval.js";
import { computeDispersion } from "../ranking/compute-dispersion.js";
import { rankGroups } from "../ranking/rank-groups.js";

const AGGREGATES: readonly Dimension[] = ["CLIENT", "BRAND", "REGION", "CHANNEL", "PARTNER", "WORKFLOW"];

/** Stores with enough rows to say something; a store the rows do not name is none. */
function listStores({ inputs }: DerivedGroup, { lookedAt, minimumSample }: DerivedGiven): number[] {
  return inputs.flatMap((input) => {
    const { value, denominator } = input.read(lookedAt);
    return input.find("STORE") === "" || value === null || (denominator ?? 0) < minimumSample ? [] : [value];
  });
}

function computeStoreDispersion(groups: readonly DerivedGroup[], given: DerivedGiven): DerivedFigure[] {
  return groups.map((group) => {
    const values = listStores(group, given);
    const spread = computeDispersion(values, given.isHigherBetter);
    if (spread === undefined)
      return {
        ...EMPTY_INPUT,
        denominator: values.length,
        nullReason: group.inputs.length === 0 ? "NO_ROWS" : "INSUFFICIENT_SAMPLE",
      };
    const part = (id: string, title: string, value: number | null) => ({ id, title, value, weight: null });
    return {
      value: spread.coefficient,
      numerator: spread.deviation,
      denominator: spread.mean,
      nullReason: spread.coefficient === null ? "ZERO_DENOMINATOR" : null,
      parts: [
        part("stores", "Stores with enough rows", values.length),
        part("median", "Median store", spread.median),
        part("worst_decile", "Worst tenth of stores", spread.worstDecile),
        part("gap", "Worst tenth - median", spread.worstDecile - spread.median),
      ],
    };
  });
}

/** Stores are ranked among those of the same other dimensions; region and client are where a store lies, not another kind of store. */
function rankStores(groups: readonly DerivedGroup[], given: DerivedGiven): DerivedFigure[] {
  const figures = groups.map((group) => addInterval(group.inputs[0]?.read(given.lookedAt) ?? EMPTY_INPUT));
  const answer: DerivedFigure[] = figures.map((figure) => ({
    ...figure,
    value: null,
    nullReason: figure.value === null ? "NO_ROWS" : "INSUFFICIENT_SAMPLE",
  }));
  const kinds = new Map<string, number[]>();
  groups.forEach((group, position) => {
    if (group.find("STORE") === "") return;
    const kind = JSON.stringify(["CHANNEL", "PARTNER", "WORKFLOW", "BRAND"].map((name) => group.find(name)));
    kinds.set(kind, [...(kinds.get(kind) ?? []), position]);
  });
  const ranking = { better: given.isHigherBetter ? "HIGHER" : "LOWER", order: "BEST_FIRST" } as const;
  for (const members of kinds.values()) {
    const own = members.map((position) => figures[position] ?? EMPTY_INPUT);
    for (const { position, rank } of rankGroups(own, { ...ranking, minimumSample: given.minimumSample })) {
      const [place, figure] = [members[position], own[position]];
      if (rank !== null && place !== undefined && figure !== undefined)
        answer[place] = { ...figure, value: rank, nullReason: null };
    }
  }
  return answer;
}

function addInterval(figure: InputFigure): InputFigure & { intervalLow?: number; intervalHigh?: number } {
  const { numerator, denominator } = figure;
  const interval = numerator === null || denominator === null ? undefined : buildWilsonInterval(numerator, denominator);
  return interval === undefined ? figure : { ...figure, intervalLow: interval.low, intervalHigh: interval.high };
}

/** CONSISTENCY_METRICS: how alike stores are, and which are better. They look at the metric that the question names as `lookedAt`. */
export const CONSISTENCY_METRICS: readonly MetricDefinition[] = [
  {
    id: "store_dispersion",
    title: "Difference between stores",
    meaning: "How much stores differ in a metric: their standard deviation as a share of their mean.",
    unit: "ratio",
    formulaWords:
      "Standard deviation / mean of the metric looked at (`on_time_rate` unless told) over stores with the minimum sample, at least two; parts: median store, worst tenth (percentile 10 or 90) and the gap between them.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: AGGREGATES,
    decimals: 4,
    formula: { form: "derived", inputs: [LOOKED_AT], over: ["STORE", "CLIENT"], compute: computeStoreDispersion },
  },
  {
    id: "store_rank",
    title: "Rank of the store",
    meaning: "Place of a store among the stores in scope by a rate, the best is 1.",
    unit: "count",
    formulaWords:
      "Place by the certain bound of the 95 % Wilson interval of the metric looked at (`on_time_rate` unless told), which is given with it; stores below the minimum sample have no rank. Never by counts.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: ["STORE", ...AGGREGATES],
    decimals: 0,
    formula: { form: "derived", inputs: [LOOKED_AT], over: ["STORE", "CLIENT"], needs: ["STORE"], compute: rankStores },
  },
];
