import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AlertEscalationPoliciesDocument,
  AlertEscalationPolicyVersionsDocument,
  DeleteAlertEscalationPolicyDocument,
  PreviewAlertEscalationPolicyDocument,
  SaveAlertEscalationPolicyDocument,
  type AlertEscalationPolicyInput,
  type PolicyPartsFragment,
  type PreviewAlertEscalationPolicyQuery,
  type SaveAlertEscalationPolicyMutation,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** Policy is who is told, and when, while nobody takes an incident on. */
export type Policy = PolicyPartsFragment;

/** PolicyPreview is what a policy would be for now, or why it would be refused. */
export type PolicyPreview = PreviewAlertEscalationPolicyQuery["previewAlertEscalationPolicy"];

/** SavedPolicy is what came of saving one. */
export type SavedPolicy = SaveAlertEscalationPolicyMutation["saveAlertEscalationPolicy"];

/** policiesQuery asks for the policies in force. */
export const policiesQuery = queryOptions({
  queryKey: ["alert-escalation-policies"],
  queryFn: async ({ signal }): Promise<readonly Policy[]> =>
    (await request(AlertEscalationPoliciesDocument, {}, signal)).alertEscalationPolicies,
  refetchInterval: 30_000,
});

/** policyVersionsQuery asks for what a policy said before; `version` is the one in force. */
export function policyVersionsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["alert-escalation-versions", id, version],
    queryFn: async ({ signal }): Promise<readonly Policy[]> =>
      (await request(AlertEscalationPolicyVersionsDocument, { id }, signal)).alertEscalationPolicyVersions,
  });
}

/** policyPreviewQuery asks what a policy would be for now; null asks nothing. */
export function policyPreviewQuery(input: AlertEscalationPolicyInput | null) {
  return queryOptions({
    queryKey: ["alert-escalation-preview", input],
    queryFn: async ({ signal }): Promise<PolicyPreview | null> =>
      input === null
        ? null
        : (await request(PreviewAlertEscalationPolicyDocument, { input }, signal)).previewAlertEscalationPolicy,
    enabled: input !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

/** savePolicy saves a version of a policy, or answers why it was refused. */
export async function savePolicy(input: AlertEscalationPolicyInput): Promise<SavedPolicy> {
  return (await request(SaveAlertEscalationPolicyDocument, { input })).saveAlertEscalationPolicy;
}

/** deletePolicy takes a policy out of force; throws the sentence of a refusal. */
export async function deletePolicy({ id, version }: Pick<Policy, "id" | "version">): Promise<void> {
  const answer = await request(DeleteAlertEscalationPolicyDocument, { id, expectedVersion: version });
  const deleted = answer.deleteAlertEscalationPolicy;
  if (deleted.__typename === "NotificationProblem") throw new Error(deleted.message);
}
