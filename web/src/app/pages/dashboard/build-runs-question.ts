import type { PanelDefinition } from "../../../features/dashboard/dashboard-query.js";
import type { RunsQuestion } from "../../../features/runs/runs-query.js";
import type { ScopeFilterInput } from "../../../graphql/operations.js";
import type { TimeRange } from "../../../time-range/time-range.js";

/** buildRunsQuestion writes which runs a panel lists; what is open now may have started long before the range, so open states look at all time. */
export function buildRunsQuestion(panel: PanelDefinition, scope: ScopeFilterInput, range: TimeRange): RunsQuestion {
  const isOpen = panel.states.length > 0 && !panel.states.includes("FINISHED");
  return {
    filter: {
      scope,
      ...(panel.states.length === 0 ? {} : { states: panel.states }),
      orderBy: panel.runOrder ?? "NEWEST",
    },
    range: isOpen ? null : range,
    first: panel.limit ?? 20,
  };
}
