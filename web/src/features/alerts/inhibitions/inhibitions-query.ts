import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AlertInhibitionsDocument,
  DeleteAlertInhibitionDocument,
  PreviewAlertInhibitionDocument,
  SaveAlertInhibitionDocument,
  type AlertInhibitionInput,
  type AlertInhibitionsQuery,
  type PreviewAlertInhibitionQuery,
  type SaveAlertInhibitionMutation,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** Inhibition keeps one kind of alert from being told while another fires. */
export type Inhibition = AlertInhibitionsQuery["alertInhibitions"][number];

/** InhibitionPreview is what an inhibition would do now, or why it would be refused. */
export type InhibitionPreview = PreviewAlertInhibitionQuery["previewAlertInhibition"];

/** SavedInhibition is what came of saving one. */
export type SavedInhibition = SaveAlertInhibitionMutation["saveAlertInhibition"];

/** inhibitionsQuery asks for what people set up. */
export const inhibitionsQuery = queryOptions({
  queryKey: ["alert-inhibitions"],
  queryFn: async ({ signal }): Promise<readonly Inhibition[]> =>
    (await request(AlertInhibitionsDocument, {}, signal)).alertInhibitions,
  refetchInterval: 30_000,
});

/** inhibitionPreviewQuery asks what an inhibition would mute now; null asks nothing. */
export function inhibitionPreviewQuery(input: AlertInhibitionInput | null) {
  return queryOptions({
    queryKey: ["alert-inhibition-preview", input],
    queryFn: async ({ signal }): Promise<InhibitionPreview | null> =>
      input === null ? null : (await request(PreviewAlertInhibitionDocument, { input }, signal)).previewAlertInhibition,
    enabled: input !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

/** saveInhibition keeps an inhibition, or answers why it was refused. */
export async function saveInhibition(input: AlertInhibitionInput): Promise<SavedInhibition> {
  return (await request(SaveAlertInhibitionDocument, { input })).saveAlertInhibition;
}

/** deleteInhibition takes one away; throws the sentence of a refusal. */
export async function deleteInhibition(id: string): Promise<void> {
  const answer = (await request(DeleteAlertInhibitionDocument, { id })).deleteAlertInhibition;
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
}
