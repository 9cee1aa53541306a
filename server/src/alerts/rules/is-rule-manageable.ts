import type { AlertRule } from "@watchfloor/dashboards";
import { isWholeTenant } from "../../anomalies/budgets/is-whole-tenant.js";
import type { Scope } from "../../scope/scope.js";

/** isRuleManageable tells whether somebody may decide about a rule: it watches nothing beyond the clients they see whole. */
export function isRuleManageable({ filter }: AlertRule, scope: Scope): boolean {
  if (isWholeTenant(scope)) return true;
  const { clients } = scope;
  const isOfClients = [scope.regions, scope.stores, scope.channels, scope.partners].every((limit) => limit === null);
  const watched = filter.clients ?? [];
  return isOfClients && clients !== null && watched.length > 0 && watched.every((client) => clients.includes(client));
}

/** isRuleVisible tells whether a rule can touch what somebody sees. */
export function isRuleVisible({ filter }: AlertRule, { clients }: Scope): boolean {
  return clients === null || filter.clients === undefined || filter.clients.some((client) => clients.includes(client));
}
