import { Problem } from "../../graphql/problem.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";

/** demandRole refuses everybody who is none of these. Throws `Problem` FORBIDDEN. */
export function demandRole({ role }: Scope, roles: readonly Role[], deed: string): void {
  if (roles.includes(role)) return;
  throw new Problem("FORBIDDEN", `Your role may not ${deed}.`, { remedy: `Ask one of: ${roles.join(", ")}.` });
}
