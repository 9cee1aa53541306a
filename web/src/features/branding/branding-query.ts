import { queryOptions } from "@tanstack/react-query";
import { BrandingDocument, type BrandingQuery } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";

/** Branding is what the product is called here and how it looks. */
export type Branding = BrandingQuery["branding"];

/** brandingQuery asks how the pages look; answered before anybody has signed in too. */
export const brandingQuery = queryOptions({
  queryKey: ["branding"],
  queryFn: async ({ signal }): Promise<Branding> => (await request(BrandingDocument, {}, signal)).branding,
  staleTime: 60_000,
  retry: 2,
});
