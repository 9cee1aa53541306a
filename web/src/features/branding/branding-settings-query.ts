import { queryOptions } from "@tanstack/react-query";
import {
  BrandingSettingsDocument,
  ResetBrandingDocument,
  SaveBrandingDocument,
  type BrandingSettingsQuery,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { buildBrandingInput, type BrandingDraft } from "./branding-draft.js";

/** BrandingFault says which part of a branding was refused, and what to do. */
export interface BrandingFault {
  readonly field: string;
  readonly message: string;
}

/** brandingSettingsQuery asks for the branding of the tenant as it was saved; null = it has none. */
export const brandingSettingsQuery = queryOptions({
  queryKey: ["branding", "settings"],
  queryFn: async ({ signal }): Promise<BrandingSettingsQuery["brandingSettings"]> =>
    (await request(BrandingSettingsDocument, {}, signal)).brandingSettings,
});

/** saveBranding replaces the branding of the tenant; answers what was refused, or nothing. */
export async function saveBranding(draft: BrandingDraft): Promise<BrandingFault | undefined> {
  const answer = (await request(SaveBrandingDocument, { input: buildBrandingInput(draft) })).saveBranding;
  return answer.__typename === "BrandingProblem" ? { field: answer.field, message: answer.message } : undefined;
}

/** resetBranding gives the tenant the product's own branding back. */
export async function resetBranding(): Promise<void> {
  await request(ResetBrandingDocument, {});
}
