import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AlertTemplateMedium } from "../../../graphql/operations.js";
import type { TemplateDraft } from "./template-draft.js";
import { saveTemplate, templatesQuery } from "./templates-query.js";

/** SavedDraft is a draft with what it replaces; `id` null = it is new. */
export interface SavedDraft {
  readonly draft: TemplateDraft;
  readonly id: string | null;
  readonly version: number;
  readonly medium: AlertTemplateMedium;
}

/** useSaveTemplate saves a draft; the list is asked for again once it is. */
export function useSaveTemplate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, id, version, medium }: SavedDraft) =>
      saveTemplate({ ...draft, id, medium, expectedVersion: version }),
    onSuccess: async ({ __typename }) => {
      if (__typename === "AlertTemplate") await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
    },
  });
}
