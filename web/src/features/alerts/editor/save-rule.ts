import { SaveAlertRuleDocument } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import type { RuleFault } from "./describe-fault.js";

/** SavedRule is what became of saving: a version, or why not. */
export type SavedRule =
  | { readonly is: "saved"; readonly id: string; readonly version: number }
  | { readonly is: "stale" }
  | { readonly is: "refused"; readonly message: string; readonly faults: readonly RuleFault[] };

/** saveRule adds a version to a rule; `expectedVersion` is the newest one knows, 0 for a new rule. */
export async function saveRule(given: { readonly text: string; readonly expectedVersion: number }): Promise<SavedRule> {
  const { saveAlertRule: answer } = await request(SaveAlertRuleDocument, given);
  if (!("code" in answer)) return { is: "saved", id: answer.id, version: answer.version };
  if (answer.code === "STALE_VERSION") return { is: "stale" };
  return { is: "refused", message: answer.message, faults: answer.faults };
}
