import { queryOptions } from "@tanstack/react-query";
import { ReportingPeriodsDocument, type ReportingPeriodsQuery } from "../graphql/operations.js";
import { request } from "../graphql/request.js";

/** ReportingPeriod is the running or the last month, quarter or year, of the calendar or of the client's retail calendar. */
export type ReportingPeriod = ReportingPeriodsQuery["reportingPeriods"][number];

/** reportingPeriodsQuery asks for the periods people report by; they move at midnight, so they are asked again every few minutes. */
export function reportingPeriodsQuery(of: { readonly client: string | undefined; readonly timeZone: string }) {
  return queryOptions({
    queryKey: ["reporting-periods", of],
    queryFn: async ({ signal }): Promise<readonly ReportingPeriod[]> =>
      (await request(ReportingPeriodsDocument, { client: of.client ?? null, timeZone: of.timeZone }, signal))
        .reportingPeriods,
    staleTime: 5 * 60_000,
    refetchInterval: 10 * 60_000,
  });
}
