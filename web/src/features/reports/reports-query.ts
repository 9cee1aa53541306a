import { queryOptions } from "@tanstack/react-query";
import {
  CancelReportDocument,
  ReportRestatementDocument,
  ReportsDocument,
  RequestReportDocument,
  type ReportRestatementQuery,
  type ReportsQuery,
  type RequestReportInput,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";

/** ReportRow is a report as the list shows it. */
export type ReportRow = ReportsQuery["reports"][number];

/** Restatement is what has changed since a report was made, or why that is not told. */
export type Restatement = ReportRestatementQuery["reportRestatement"];

const busyMs = 1_000;
const idleMs = 30_000;

/** reportsQuery asks for the reports of one client, or of all; every second while one of them is being made. */
export function reportsQuery(client: string | null) {
  return queryOptions({
    queryKey: ["reports", client],
    queryFn: async ({ signal }): Promise<readonly ReportRow[]> =>
      (await request(ReportsDocument, { client }, signal)).reports,
    refetchInterval: ({ state }) => ((state.data ?? []).some(isUnderWay) ? busyMs : idleMs),
  });
}

/** isUnderWay tells whether a report waits or is being made. */
export function isUnderWay({ state }: Pick<ReportRow, "state">): boolean {
  return state === "QUEUED" || state === "RUNNING";
}

/** restatementQuery asks which figures of a report would be others now. */
export function restatementQuery(id: string) {
  return queryOptions({
    queryKey: ["reports", "restatement", id],
    queryFn: async ({ signal }): Promise<Restatement> =>
      (await request(ReportRestatementDocument, { id }, signal)).reportRestatement,
    staleTime: 60_000,
  });
}

/** requestReport asks for a report; throws the sentence of a refusal. */
export async function requestReport(input: RequestReportInput): Promise<void> {
  const answer = (await request(RequestReportDocument, { input })).requestReport;
  if (answer.__typename === "ReportRefused") throw new Error(answer.message);
}

/** cancelReport ends a report; throws the sentence of a refusal. */
export async function cancelReport(id: string): Promise<void> {
  const answer = (await request(CancelReportDocument, { id })).cancelReport;
  if (answer.__typename === "ReportRefused") throw new Error(answer.message);
}
