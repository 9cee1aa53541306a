import type { Scope } from "../../scope/scope.js";

/** isContactSeenBy tells whether somebody may know of a contact: administrators and auditors of all, others of their own. A deleted one is nobody's. */
export function isContactSeenBy({ role, subjectId }: Scope, contact: { readonly owner: string } | undefined): boolean {
  return role === "administrator" || role === "auditor" || contact?.owner === subjectId;
}
