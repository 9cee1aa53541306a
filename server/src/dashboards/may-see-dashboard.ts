import type { Dashboard } from "@watchfloor/dashboards";
import { coversLimits } from "../metrics/frozen/covers-limits.js";
import type { Scope } from "../scope/scope.js";
import type { StoredDashboard } from "./stored-dashboard.js";

/**
 * maySeeDashboard tells whether a caller may open a dashboard: what came as a file is for everybody; what a person saved is for whoever sees
 * all that its author sees, because its words may name a client, or for everyone when it says so. Figures are limited by the caller's scope anyway.
 */
export function maySeeDashboard(scope: Scope, stored: StoredDashboard, { share }: Pick<Dashboard, "share">): boolean {
  if (stored.isSeed || share === "everyone" || stored.createdBy === scope.subjectId) return true;
  return coversLimits(scope, stored.limits);
}
