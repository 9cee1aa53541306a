import type { TenantSummary } from "../../registry/registry.repository.js";
import type { Caller } from "../session/caller.js";
import type { Me } from "./me.type.js";

/** buildMe shows a caller to themselves. A tenant without a row of its own is titled by its id. */
export function buildMe(caller: Caller, tenant: TenantSummary | undefined): Me {
  const { scope, name, email } = caller;
  const { clients, regions, stores, channels, partners } = scope;
  return {
    id: scope.subjectId,
    name,
    email,
    role: scope.role.toUpperCase(),
    tenant: tenant ?? { id: scope.tenant, title: scope.tenant, timeZone: "UTC" },
    scope: { clients, regions, stores, channels, partners },
    maySeeSql: scope.maySeeSql,
  };
}
