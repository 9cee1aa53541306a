import type { MetricQuery } from "../query/metric-query.js";
import { rankGroups } from "../ranking/rank-groups.js";
import type { FigureGroup, KeyedId } from "./figure-table.js";
import type { Figure } from "./metric-answer.js";

/** OrderedGroup is a group in its place; `rank` only where the question asks for a ranking. */
export interface OrderedGroup {
  readonly group: FigureGroup;
  readonly rank: number | null;
  readonly isBelowSample: boolean;
}

/** orderGroups ranks groups, or sorts them by a value (nulls last), or by their keys. */
export function orderGroups(
  query: MetricQuery,
  groups: readonly FigureGroup[],
  read: (group: FigureGroup, metric: string) => Figure | null,
): OrderedGroup[] {
  const sorted = [...groups].sort((a, b) => compareKeys(a.key, b.key));
  const { rankBy, orderBy } = query;
  if (rankBy !== undefined) {
    const better = query.metrics.find((metric) => metric.id === rankBy.metric)?.better ?? "HIGHER";
    const figures = sorted.map((group) => read(group, rankBy.metric) ?? { value: null, denominator: null });
    return rankGroups(figures, { ...rankBy, better }).flatMap(({ position, rank, isBelowSample }) => {
      const group = sorted[position];
      return group === undefined ? [] : [{ group, rank, isBelowSample }];
    });
  }
  const totals = sorted.map((group) => ({
    order: orderBy === undefined ? null : (read(group, orderBy.metric)?.value ?? null),
    ordered: { group, rank: null, isBelowSample: false },
  }));
  totals.sort((a, b) => compareOrder(a.order, b.order, orderBy?.direction));
  return totals.map(({ ordered }) => ordered);
}

function compareOrder(a: number | null, b: number | null, direction: "ASCENDING" | "DESCENDING" | undefined): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return direction === "ASCENDING" ? a - b : b - a;
}

function compareKeys(a: readonly KeyedId[], b: readonly KeyedId[]): number {
  const [left, right] = [a, b].map((key) => key.map((part) => part.id).join("\0"));
  return (left ?? "") < (right ?? "") ? -1 : 1;
}
