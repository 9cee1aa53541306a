import type { Role } from "../scope/role.js";
import type { Scope } from "../scope/scope.js";

/** Those who look into what went wrong; the others see that it did, and why. */
const ROLES: ReadonlySet<Role> = new Set<Role>(["administrator", "operations", "analyst", "auditor"]);

/**
 * maySeePayloads tells who sees what was refused: nobody who is limited below clients, because a payload may speak of more stores, channels
 * and partners than the one it is kept under, and nothing in it was checked.
 */
export function maySeePayloads({ role, regions, stores, channels, partners }: Scope): boolean {
  return ROLES.has(role) && [regions, stores, channels, partners].every((limit) => limit === null);
}
