import type { Role } from "../scope/role.js";
import type { Scope } from "../scope/scope.js";
import type { StoredDashboard } from "./stored-dashboard.js";

/** EDITORS may make dashboards and change their own; store managers, viewers and auditors look. */
export const EDITORS: readonly Role[] = ["administrator", "executive", "operations", "analyst"];

/** mayMakeDashboards tells whether a caller may make dashboards at all. */
export function mayMakeDashboards({ role }: Scope): boolean {
  return EDITORS.includes(role);
}

/** mayChangeDashboard tells whether a caller may save over a dashboard or remove it: administrators any, others their own. */
export function mayChangeDashboard(scope: Scope, stored: Pick<StoredDashboard, "isSeed" | "createdBy">): boolean {
  if (scope.role === "administrator") return isWholeTenant(scope);
  return mayMakeDashboards(scope) && !stored.isSeed && stored.createdBy === scope.subjectId;
}

/** An administrator of one client is none of the others' dashboards. */
function isWholeTenant({ clients, regions, stores, channels, partners }: Scope): boolean {
  return [clients, regions, stores, channels, partners].every((limit) => limit === null);
}
