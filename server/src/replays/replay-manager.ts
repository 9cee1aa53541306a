import type { Replay } from "@watchfloor/sql";
import type { Scope } from "../scope/scope.js";

/** ReplayManager is who may ask for replays: of which tenant, and of which clients (null = of all). */
export interface ReplayManager {
  readonly tenant: string;
  readonly clients: readonly string[] | null;
  readonly subjectId: string;
}

/**
 * findReplayManager returns what a caller may replay; undefined for everybody but administrators, and for administrators who are limited
 * to regions, stores, channels or partners: what a payload speaks of is not known before it is mapped.
 */
export function findReplayManager(scope: Scope): ReplayManager | undefined {
  const { tenant, clients, subjectId, role, regions, stores, channels, partners } = scope;
  if (role !== "administrator") return undefined;
  if ([regions, stores, channels, partners].some((limit) => limit !== null)) return undefined;
  return { tenant, clients, subjectId };
}

/** isReplayOf tells whether a replay reaches no further than a manager does. */
export function isReplayOf({ clients }: Pick<Replay, "clients">, manager: ReplayManager): boolean {
  if (manager.clients === null) return true;
  return clients !== null && clients.every((client) => manager.clients?.includes(client));
}
