import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { CheckDashboardDocument, type CheckDashboardQuery } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** A text that is still being written is not checked at every key. */
const settledAfterMs = 300;

/** checkQuery asks what is wrong in a definition, or what it would show; a text that changed meanwhile is not asked about. */
export function checkQuery(text: string) {
  return queryOptions({
    queryKey: ["check-dashboard", text],
    queryFn: async ({ signal }): Promise<CheckDashboardQuery["checkDashboard"]> => {
      await new Promise((resolve) => setTimeout(resolve, settledAfterMs));
      signal.throwIfAborted();
      return (await request(CheckDashboardDocument, { text }, signal)).checkDashboard;
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}
