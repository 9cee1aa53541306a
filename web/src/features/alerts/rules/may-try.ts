import type { Me } from "../../../session/me-query.js";

const triers: readonly Me["role"][] = ["ADMINISTRATOR", "ANALYST", "OPERATIONS"];

/** mayTry tells whether somebody may try rules; the server decides. */
export function mayTry(me: Pick<Me, "role">): boolean {
  return triers.includes(me.role);
}
