import type { Comparison, Dimension, MetricQueryInput, ScopeFilterInput } from "../../../graphql/operations.js";
import { resolveRange } from "../../../time-range/resolve-range.js";
import type { TimeRange } from "../../../time-range/time-range.js";

/** PanelQuestion is what a panel asks of the metric catalogue; its range is resolved when it is asked. */
export interface PanelQuestion {
  readonly metrics: readonly string[];
  readonly range: TimeRange;
  readonly filter: ScopeFilterInput;
  readonly timeZone: string;
  readonly groupBy?: readonly Dimension[];
  readonly compareTo?: Comparison;
  readonly orderBy?: { readonly metric: string; readonly direction: "ASCENDING" | "DESCENDING" };
  readonly rankBy?: { readonly metric: string; readonly order: "BEST_FIRST" | "WORST_FIRST" };
  readonly minimumSample?: number;
  readonly limit?: number;
}

/** buildPanelQuery writes a question as the server's input, with its range resolved at `now`. */
export function buildPanelQuery(question: PanelQuestion, now: Date): MetricQueryInput {
  const { metrics, range, groupBy, ...rest } = question;
  const { from, to } = resolveRange(range, now);
  const query: MetricQueryInput = {
    ...rest,
    metrics: [...metrics],
    from: from.toISOString(),
    to: to.toISOString(),
  };
  if (groupBy !== undefined) query.groupBy = [...groupBy];
  if (range.kind === "fixed" && range.period?.calendar === "RETAIL") query.calendar = "RETAIL";
  return query;
}
