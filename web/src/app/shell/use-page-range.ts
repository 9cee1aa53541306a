import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { dashboardQuery } from "../../features/dashboard/dashboard-query.js";
import { chooseRangeName, isPeriodName, readRange, type RangeSearch } from "../../time-range/range-search.js";
import { reportingPeriodsQuery } from "../../time-range/reporting-periods-query.js";
import type { TimeRange } from "../../time-range/time-range.js";

interface PageRangeParts {
  readonly search: RangeSearch;
  readonly dashboardId: string | null;
  readonly client: string | undefined;
  readonly timeZone: string | undefined;
}

/** usePageRange answers over which time the page looks: what the address says, else what its dashboard does. Null while that is not known; a question that fails falls back to the default. */
export function usePageRange({ search, dashboardId, client, timeZone }: PageRangeParts): TimeRange | null {
  const dashboard = useQuery({ ...dashboardQuery(dashboardId ?? ""), enabled: dashboardId !== null });
  const fallback = dashboard.data?.definition.range;
  const isDefinitionAwaited = dashboardId !== null && dashboard.isPending && search.range === undefined;
  const isPeriod = isPeriodName(chooseRangeName(search, fallback));
  const periods = useQuery({
    ...reportingPeriodsQuery({ client, timeZone: timeZone ?? "UTC" }),
    enabled: isPeriod && timeZone !== undefined,
  });
  const arePeriodsAwaited = isPeriod && periods.isPending;
  const { range, from, to } = search;
  return useMemo(() => {
    if (isDefinitionAwaited || arePeriodsAwaited) return null;
    return readRange({ range, from, to }, { fallback, periods: periods.data });
  }, [isDefinitionAwaited, arePeriodsAwaited, range, from, to, fallback, periods.data]);
}
