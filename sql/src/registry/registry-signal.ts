import type { Postgres } from "../postgres/postgres.js";

const CHANNEL = "watchfloor_registry";

/** publishRegistrySignal tells every process on the same database that the registry of a tenant changed. */
export function publishRegistrySignal(postgres: Postgres, tenant: string): Promise<void> {
  return postgres.notify(CHANNEL, tenant);
}

/** subscribeToRegistrySignals calls back with the tenant whose registry changed, so that caches of it can be dropped. */
export function subscribeToRegistrySignals(
  postgres: Postgres,
  callback: (tenant: string) => void,
): Promise<() => Promise<void>> {
  return postgres.listen(CHANNEL, callback);
}
