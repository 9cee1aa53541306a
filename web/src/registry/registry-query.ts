import { queryOptions } from "@tanstack/react-query";
import { RegistryDocument, type RegistryQuery } from "../graphql/operations.js";
import { request } from "../graphql/request.js";

/** Registry is what exists within the person's scope. */
export type Registry = RegistryQuery["registry"];

/** registryQuery asks for clients, regions, stores, channels, partners and workflows with their titles. */
export const registryQuery = queryOptions({
  queryKey: ["registry"],
  queryFn: async ({ signal }): Promise<Registry> => (await request(RegistryDocument, {}, signal)).registry,
  staleTime: 5 * 60_000,
});
