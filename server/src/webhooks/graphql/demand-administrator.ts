import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";

/** demandAdministrator refuses everybody who is no administrator of the tenant. Throws `Problem` FORBIDDEN. */
export function demandAdministrator({ role }: Scope): void {
  if (role !== "administrator")
    throw new Problem("FORBIDDEN", "Only an administrator sees and changes webhook sources.", {
      remedy: "Ask an administrator of your tenant.",
    });
}
