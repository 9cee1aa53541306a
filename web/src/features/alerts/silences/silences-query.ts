import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AlertSilencesDocument,
  CreateAlertSilenceDocument,
  ExpireAlertSilenceDocument,
  PreviewAlertSilenceDocument,
  type AlertSilenceInput,
  type AlertSilencesQuery,
  type PreviewAlertSilenceQuery,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** Silence is one that is planned, runs or is over. */
export type Silence = AlertSilencesQuery["alertSilences"][number];

/** SilencePreview is what matchers would mute now, or what is wrong with them. */
export type SilencePreview = PreviewAlertSilenceQuery["previewAlertSilence"];

/** silencesQuery asks for silences that go on or ended in the last `sinceDays`. */
export function silencesQuery(sinceDays: number) {
  return queryOptions({
    queryKey: ["alert-silences", sinceDays],
    queryFn: async ({ signal }): Promise<readonly Silence[]> =>
      (await request(AlertSilencesDocument, { sinceDays }, signal)).alertSilences,
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
}

/** silencePreviewQuery asks what matchers would mute now, and again while one looks at it. */
export function silencePreviewQuery(matchers: readonly string[]) {
  return queryOptions({
    queryKey: ["alert-silence-preview", matchers],
    queryFn: async ({ signal }): Promise<SilencePreview> =>
      (await request(PreviewAlertSilenceDocument, { matchers: [...matchers] }, signal)).previewAlertSilence,
    enabled: matchers.length > 0,
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  });
}

/** createSilence keeps a silence; throws the sentence of a refusal. */
export async function createSilence(input: AlertSilenceInput): Promise<string> {
  const answer = (await request(CreateAlertSilenceDocument, { input })).createAlertSilence;
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
  return answer.id;
}

/** endSilence ends a silence now; throws the sentence of a refusal. */
export async function endSilence(id: string): Promise<void> {
  const answer = (await request(ExpireAlertSilenceDocument, { id })).expireAlertSilence;
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
}
