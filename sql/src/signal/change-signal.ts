import type { Postgres } from "../postgres/postgres.js";

/**
 * ChangeSignal tells readers that new rows of a tenant are stored and visible, and which part of the network they touch,
 * so that an open page asks again only for what changed. It carries ids only, no figures.
 */
export interface ChangeSignal {
  readonly tenant: string;
  /** When the newest of the rows was stored (RFC 3339). */
  readonly storedAt: string;
  readonly clients: readonly string[];
  readonly workflows: readonly string[];
  /** Stores touched, as "client/store"; null when there were more than `MAX_STORES`. */
  readonly stores: readonly string[] | null;
}

const CHANNEL = "watchfloor_change";
/** Postgres limits a notification to 8,000 bytes. */
const MAX_STORES = 150;
const MAX_BYTES = 7_800;

/** publishChangeSignal notifies every process on the same database. */
export async function publishChangeSignal(postgres: Postgres, signal: ChangeSignal): Promise<void> {
  const isLarge = (signal.stores?.length ?? 0) > MAX_STORES;
  let payload = JSON.stringify(isLarge ? { ...signal, stores: null } : signal);
  if (Buffer.byteLength(payload) > MAX_BYTES) payload = JSON.stringify({ ...signal, stores: null });
  if (Buffer.byteLength(payload) > MAX_BYTES)
    payload = JSON.stringify({ ...signal, clients: [], workflows: [], stores: null });
  await postgres.notify(CHANNEL, payload);
}

/** subscribeToChangeSignals calls back for the changes of every tenant; the caller filters by scope. */
export function subscribeToChangeSignals(
  postgres: Postgres,
  callback: (signal: ChangeSignal) => void,
): Promise<() => Promise<void>> {
  return postgres.listen(CHANNEL, (payload) => callback(JSON.parse(payload) as ChangeSignal));
}
