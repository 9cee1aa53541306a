import type { Comparison, ScopeFilterInput } from "../graphql/operations.js";
import type { TimeRange } from "../time-range/time-range.js";
import { buildGroupFilter, type GroupKey } from "./build-group-filter.js";
import type { MetricFigure } from "./metrics-query.js";
import { writeWhy } from "./why-question.js";

/** FigureOrigin is what a figure was asked with, as far as that differs from the page: filter, range, comparison, and the key of its group. */
export interface FigureOrigin {
  readonly filter?: ScopeFilterInput;
  readonly range?: TimeRange;
  readonly compareTo?: Comparison;
  readonly key?: GroupKey;
}

/** buildFigureWhy writes the address at which a figure is explained; null where it has no question of its own. */
export function buildFigureWhy(
  figure: Pick<MetricFigure, "metric" | "currency">,
  pageFilter: ScopeFilterInput,
  of: FigureOrigin = {},
): string | null {
  const group = buildGroupFilter(of.filter ?? pageFilter, of.key ?? []);
  if (group === null) return null;
  const currency = group.currency ?? figure.currency ?? undefined;
  return writeWhy({
    metric: figure.metric,
    filter: group.filter,
    ...(of.range === undefined ? {} : { range: of.range }),
    ...(of.compareTo === undefined ? {} : { compareTo: of.compareTo }),
    ...(currency === undefined ? {} : { currency }),
  });
}
