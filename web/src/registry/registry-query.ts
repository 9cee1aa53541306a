import { queryOptions } from "@tanstack/react-query";
import { formatCode } from "../format/format-code.js";
import { RegistryDocument, type RegistryQuery } from "../graphql/operations.js";
import { request } from "../graphql/request.js";

/** Registry is what exists within the person's scope. */
export type Registry = RegistryQuery["registry"];

/** registryQuery asks for clients, regions, stores, channels, partners and workflows with their titles. */
export const registryQuery = queryOptions({
  queryKey: ["registry"],
  queryFn: async ({ signal }): Promise<Registry> => {
    const { registry } = await request(RegistryDocument, {}, signal);
    return { ...registry, workflows: registry.workflows.map(nameWorkflow) };
  },
  staleTime: 5 * 60_000,
});

/** A workflow that nobody declared is known by its code name alone: "refund-reversal" is read as "Refund reversal". */
function nameWorkflow(workflow: Registry["workflows"][number]): Registry["workflows"][number] {
  return workflow.title === workflow.id ? { ...workflow, title: formatCode(workflow.id) } : workflow;
}
