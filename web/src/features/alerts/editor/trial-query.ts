import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  CheckAlertRuleDocument,
  PreviewAlertRuleDocument,
  type CheckAlertRuleQuery,
  type PreviewAlertRuleQuery,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** CheckedRule is what the text of a rule says and what is wrong in it; `text` is the one that was asked about. */
export type CheckedRule = CheckAlertRuleQuery["checkAlertRule"] & { readonly text: string };

/** RulePreview is what a rule says at its newest slot. */
export type RulePreview = Extract<PreviewAlertRuleQuery["previewAlertRule"], { matching: number }>;

/** What is still being written is not asked about at every key; the preview reads figures and waits longer. */
const checkedAfterMs = 250;
const previewedAfterMs = 600;

/** checkRuleQuery asks what is wrong in a text; what was changed meanwhile is not asked about. */
export function checkRuleQuery(text: string) {
  return queryOptions({
    queryKey: ["check-alert-rule", text],
    queryFn: async ({ signal }): Promise<CheckedRule> => {
      await rest(checkedAfterMs, signal);
      return { ...(await request(CheckAlertRuleDocument, { text }, signal)).checkAlertRule, text };
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

/** previewRuleQuery asks which groups match now; it is given up when the text changes. Throws with the words of a refusal. */
export function previewRuleQuery(text: string) {
  return queryOptions({
    queryKey: ["preview-alert-rule", text],
    queryFn: async ({ signal }): Promise<RulePreview> => {
      await rest(previewedAfterMs, signal);
      const { previewAlertRule } = await request(PreviewAlertRuleDocument, { text }, signal);
      if ("code" in previewAlertRule) throw new Error(previewAlertRule.message);
      return previewAlertRule;
    },
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
    gcTime: 60_000,
  });
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  signal.throwIfAborted();
}
