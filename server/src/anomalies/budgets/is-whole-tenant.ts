import type { ScopeLimits } from "../../scope/scope.js";

/** isWholeTenant tells whether a scope has no limits: budgets and the rates reached are those of all clients. */
export function isWholeTenant({ clients, regions, stores, channels, partners }: ScopeLimits): boolean {
  return [clients, regions, stores, channels, partners].every((limit) => limit === null);
}
