import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Refusal } from "../field-fault.js";
import { useSettled } from "../silences/use-settled.js";
import { policiesQuery, policyPreviewQuery, savePolicy, type Policy, type PolicyPreview } from "./escalations-query.js";
import {
  buildPolicyId,
  buildPolicyInput,
  checkPolicyDraft,
  openPolicyDraft,
  type PolicyDraft,
} from "./policy-draft.js";

/** PolicyForm is a policy that is being written: what it says, what is wrong with it, and how it is saved. */
export interface PolicyForm {
  readonly draft: PolicyDraft;
  readonly change: (part: Partial<PolicyDraft>) => void;
  readonly lacks: string | undefined;
  readonly preview: PolicyPreview | null;
  readonly refusal: Refusal | null;
  /** meanwhile is the version that somebody else saved while one wrote; undefined = nobody did. */
  readonly meanwhile: Policy | undefined;
  readonly fault: string;
  readonly isBusy: boolean;
  readonly save: () => void;
}

/** usePolicyForm keeps a policy while it is written, and asks what it would do once all of it is filled in. */
export function usePolicyForm(
  policy: Policy | undefined,
  { client, onDone }: { readonly client: string; readonly onDone: (id: string) => void },
): PolicyForm {
  const policies = useQuery(policiesQuery).data ?? [];
  const [draft, setDraft] = useState(() => openPolicyDraft(policy, client));
  const [base, setBase] = useState(policy?.version ?? 0);
  const newest = policies.find(({ id }) => id === policy?.id);
  const lacks = checkPolicyDraft(draft);
  const id =
    policy?.id ??
    buildPolicyId(
      draft.title,
      policies.map((each) => each.id),
    );
  const settled = useSettled(
    JSON.stringify(lacks === undefined ? buildPolicyInput(draft, { id, version: base }) : null),
    250,
  );
  // NOTE: it was written one line above of the very type.
  const asked = JSON.parse(settled) as ReturnType<typeof buildPolicyInput> | null;
  const preview = useQuery(policyPreviewQuery(asked)).data ?? null;
  const saving = useSaving({ onDone, onReplaced: setBase });
  const refused = saving.data?.__typename === "NotificationProblem" ? saving.data : null;
  const previewed = lacks === undefined && preview?.__typename === "NotificationProblem" ? preview : null;
  const refusal = refused ?? previewed;
  return {
    draft,
    change: (part) => {
      saving.reset();
      setDraft((before) => ({ ...before, ...part }));
    },
    ...{ lacks, preview: lacks === undefined ? preview : null, refusal, isBusy: saving.isPending },
    meanwhile: newest !== undefined && newest.version !== policy?.version ? newest : undefined,
    fault: saving.error?.message ?? (refusal !== null && !isAtField(refusal.field) ? refusal.message : ""),
    save: () => saving.mutate(buildPolicyInput(draft, { id, version: base })),
  };
}

/** What somebody else saved meanwhile is replaced knowingly: `onReplaced` hears which version that would be. */
function useSaving(props: { onDone: (id: string) => void; onReplaced: (version: number) => void }) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: savePolicy,
    onSuccess: async (answer, { id }) => {
      await queries.invalidateQueries({ queryKey: policiesQuery.queryKey });
      const newest = queries.getQueryData(policiesQuery.queryKey)?.find((each) => each.id === id);
      if (answer.__typename === "AlertEscalationPolicy") props.onDone(answer.id);
      else if (answer.code === "CHANGED_MEANWHILE") props.onReplaced(newest?.version ?? 0);
    },
  });
}

/** Refusals of these stand at their fields. */
function isAtField(field: string | null): boolean {
  return field !== null && field !== "id";
}
