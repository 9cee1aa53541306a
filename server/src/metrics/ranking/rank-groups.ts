import type { Direction } from "../metric-words.js";

/** RANK_ORDERS: whether the certainly best or the certainly worst come first. */
export const RANK_ORDERS = ["BEST_FIRST", "WORST_FIRST"] as const;
/** RankOrder is one of `RANK_ORDERS`. */
export type RankOrder = (typeof RANK_ORDERS)[number];

/** RankedFigure is what a group is ranked by; the sample is how many rows its value was computed from. */
export interface RankedFigure {
  readonly value: number | null;
  readonly denominator: number | null;
  readonly intervalLow?: number | null;
  readonly intervalHigh?: number | null;
}

/** Ranking is how groups are ranked. */
export interface Ranking {
  readonly better: Direction;
  readonly minimumSample: number;
  readonly order: RankOrder;
}

/** Rank is the place of a group; null below the minimum sample or without a value. */
export interface Rank {
  readonly position: number;
  readonly rank: number | null;
  readonly isBelowSample: boolean;
}

/**
 * rankGroups ranks groups by the bound of their interval that is certain: best first by what they reach at least, worst first by what they
 * reach at most, so that 2 of 2 does not beat 196 of 200. Groups below the minimum sample follow without a rank. Equal bounds share a rank.
 */
export function rankGroups(figures: readonly RankedFigure[], ranking: Ranking): Rank[] {
  const all = figures.map((figure, position) => ({
    position,
    bound: readBound(figure, ranking),
    isBelowSample: (figure.denominator ?? 0) < ranking.minimumSample,
  }));
  const isAscending = (ranking.better === "LOWER") === (ranking.order === "BEST_FIRST");
  const isRanked = (each: (typeof all)[number]) => !each.isBelowSample && each.bound !== null;
  const ranked = all
    .filter(isRanked)
    .sort((a, b) => (isAscending ? 1 : -1) * ((a.bound ?? 0) - (b.bound ?? 0)) || a.position - b.position);
  const places = ranked.map((each, place) => ({
    position: each.position,
    rank: ranked.findIndex((other) => other.bound === each.bound) + 1 || place + 1,
    isBelowSample: false,
  }));
  const rest = all.filter((each) => !isRanked(each));
  return [...places, ...rest.map(({ position, isBelowSample }) => ({ position, rank: null, isBelowSample }))];
}

function readBound(figure: RankedFigure, { better, order }: Ranking): number | null {
  const isLowSide = (better === "LOWER") !== (order === "BEST_FIRST");
  return (isLowSide ? figure.intervalLow : figure.intervalHigh) ?? figure.value;
}
