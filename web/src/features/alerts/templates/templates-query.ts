import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AlertTemplateIncidentsDocument,
  AlertTemplatePreviewDocument,
  AlertTemplatesDocument,
  AlertTemplateWordsDocument,
  DeleteAlertTemplateDocument,
  SaveAlertTemplateDocument,
  UseAlertTemplateDocument,
  type AlertTemplateDraftInput,
  type AlertTemplateIncidentsQuery,
  type AlertTemplateInput,
  type AlertTemplateMedium,
  type AlertTemplatesQuery,
  type AlertTemplateWordsQuery,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** Template is how messages to one kind of channel are worded. */
export type Template = AlertTemplatesQuery["alertTemplates"][number];

/** TemplateWords is everything a template can write, and what one begins with. */
export type TemplateWords = AlertTemplateWordsQuery;

/** TemplateIncident is an incident a template can be tried on. */
export type TemplateIncident = AlertTemplateIncidentsQuery["alertIncidents"]["nodes"][number];

/** templatesQuery asks for the templates of the workspace. */
export const templatesQuery = queryOptions({
  queryKey: ["alert-templates"],
  queryFn: async ({ signal }): Promise<Template[]> =>
    (await request(AlertTemplatesDocument, {}, signal)).alertTemplates,
  refetchInterval: 30_000,
});

/** templateWordsQuery asks for the names that templates may write and for the built-in wording. */
export const templateWordsQuery = queryOptions({
  queryKey: ["alert-template-words"],
  queryFn: async ({ signal }): Promise<TemplateWords> => request(AlertTemplateWordsDocument, {}, signal),
  staleTime: Infinity,
});

/** templateIncidentsQuery asks for the newest incidents. */
export const templateIncidentsQuery = queryOptions({
  queryKey: ["alert-template-incidents"],
  queryFn: async ({ signal }): Promise<TemplateIncident[]> =>
    (await request(AlertTemplateIncidentsDocument, {}, signal)).alertIncidents.nodes,
});

/** templatePreviewQuery asks what a template makes of every case; the answer before stays until the next one is there. */
export function templatePreviewQuery(input: AlertTemplateDraftInput) {
  return queryOptions({
    queryKey: ["alert-template-preview", input],
    queryFn: async ({ signal }) => {
      const answer = (await request(AlertTemplatePreviewDocument, { input }, signal)).alertTemplatePreview;
      if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
      return answer;
    },
    placeholderData: keepPreviousData,
  });
}

/** saveTemplate saves a template, or answers why it was not. */
export async function saveTemplate(input: AlertTemplateInput) {
  return (await request(SaveAlertTemplateDocument, { input })).saveAlertTemplate;
}

/** deleteTemplate takes a template away; throws the sentence of a refusal. */
export async function deleteTemplate(id: string, version: number): Promise<void> {
  refuse((await request(DeleteAlertTemplateDocument, { id, version })).deleteAlertTemplate);
}

/** applyTemplate takes a template into use, null = the built-in text; throws the sentence of a refusal. */
export async function applyTemplate(medium: AlertTemplateMedium, id: string | null): Promise<void> {
  refuse((await request(UseAlertTemplateDocument, { medium, id })).useAlertTemplate);
}

function refuse(answer: { readonly __typename: string; readonly message?: string }): void {
  if (answer.message !== undefined) throw new Error(answer.message);
}
