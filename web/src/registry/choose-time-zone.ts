import type { Registry } from "./registry-query.js";

/** chooseTimeZone picks the zone times are shown in: the client's when exactly one client is in scope, else the tenant's. */
export function chooseTimeZone(registry: Registry, chosenClients: readonly string[], tenantTimeZone: string): string {
  const clients = registry.clients.filter((client) => chosenClients.length === 0 || chosenClients.includes(client.id));
  const only = clients.length === 1 ? clients[0] : undefined;
  return only?.timeZone ?? tenantTimeZone;
}
