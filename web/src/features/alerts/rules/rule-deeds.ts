import { DeleteAlertRuleDocument, PauseAlertRuleDocument } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** pauseRule pauses a rule or lets it go on. Throws with the words of a refusal. */
export async function pauseRule(given: { readonly id: string; readonly isPaused: boolean }): Promise<void> {
  const { pauseAlertRule } = await request(PauseAlertRuleDocument, given);
  if ("code" in pauseAlertRule) throw new Error(pauseAlertRule.message);
}

/** deleteRule takes a rule out of force. Throws with the words of a refusal. */
export async function deleteRule(id: string): Promise<void> {
  const { deleteAlertRule } = await request(DeleteAlertRuleDocument, { id });
  if ("code" in deleteAlertRule) throw new Error(deleteAlertRule.message);
}
