import type { Scope } from "../scope/scope.js";

/** KeyManager is who may manage ingest keys: of which tenant, and of which clients (null = of all). */
export interface KeyManager {
  readonly tenant: string;
  readonly clients: readonly string[] | null;
  readonly subjectId: string;
}

/**
 * findKeyManager returns what a caller may manage; undefined for everybody but administrators, and for administrators who are
 * limited to regions, stores, channels or partners: a key cannot be limited so, it would reach further than they do.
 */
export function findKeyManager(scope: Scope): KeyManager | undefined {
  const { tenant, clients, subjectId, role, regions, stores, channels, partners } = scope;
  if (role !== "administrator") return undefined;
  if ([regions, stores, channels, partners].some((limit) => limit !== null)) return undefined;
  return { tenant, clients, subjectId };
}

/** isManaged tells whether a manager may see and change a key: one that reaches no further than they do. */
export function isManaged({ clients }: { readonly clients: readonly string[] | null }, manager: KeyManager): boolean {
  if (manager.clients === null) return true;
  return clients !== null && clients.every((client) => manager.clients?.includes(client));
}
