import type { GroupKey } from "../../metrics/build-group-filter.js";
import { findFigure } from "../../metrics/find-figure.js";
import { findGroupId } from "../../metrics/find-group-id.js";
import type { MetricAnswer, MetricFigure } from "../../metrics/metrics-query.js";

/** ExceptionRow is one class of exceptions. */
export interface ExceptionRow {
  readonly name: string;
  readonly key: GroupKey;
  readonly open: MetricFigure | undefined;
  readonly raised: MetricFigure | undefined;
}

/** shapeExceptions makes a row for each class that has any, most open first. */
export function shapeExceptions(answer: MetricAnswer): readonly ExceptionRow[] {
  const value = (figure: MetricFigure | undefined): number => figure?.value ?? 0;
  return answer.groups
    .map((group) => ({
      key: group.key,
      name: findGroupId(group.key, "EXCEPTION_CLASS"),
      open: findFigure(group.values, "exceptions_open"),
      raised: findFigure(group.values, "exceptions_raised"),
    }))
    .filter((row) => value(row.open) + value(row.raised) > 0)
    .sort((a, b) => value(b.open) - value(a.open) || value(b.raised) - value(a.raised) || a.name.localeCompare(b.name));
}
