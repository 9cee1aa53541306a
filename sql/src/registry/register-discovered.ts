import type { Postgres } from "../postgres/postgres.js";
import { channel, client, partner, region, store, workflow } from "../postgres/schema/registry.js";
import { publishRegistrySignal } from "./registry-signal.js";
import { writeRows } from "./write-rows.js";

/** FoundInEvent is what one accepted event names; '' and missing mean the same. `region` and `brand` count only when the store is seen for the first time. */
export interface FoundInEvent {
  readonly client: string;
  readonly store?: string | undefined;
  readonly region?: string | undefined;
  readonly brand?: string | undefined;
  readonly channel?: string | undefined;
  readonly partner?: string | undefined;
  readonly workflow?: string | undefined;
  /** What to call it instead of its id. */
  readonly title?: string | undefined;
}

/**
 * registerDiscovered adds the clients, stores, channels, partners and workflows that the registry does not know yet, marked
 * as discovered and titled by their id. What is known stays untouched, so a repeat or another replica does no harm, and an
 * event can never move a store to another region. One statement a table; returns how many were new.
 */
export async function registerDiscovered(
  postgres: Postgres,
  tenant: string,
  found: readonly FoundInEvent[],
): Promise<number> {
  const { db } = postgres;
  const rowOf = (id: string, event: FoundInEvent) => ({
    tenant,
    client: event.client,
    id,
    title: event.title ?? id,
    isDiscovered: true,
  });
  const choose = (field: "channel" | "partner" | "workflow") =>
    found.flatMap((event) => (event[field] ? [rowOf(event[field], event)] : []));
  const clients = found.map((event) => ({ tenant, id: event.client, title: event.client, isDiscovered: true }));
  const stores = found.flatMap((event) =>
    event.store ? [{ ...rowOf(event.store, event), region: event.region ?? "", brand: event.brand ?? "" }] : [],
  );

  let added = await writeRows(
    clients,
    (row) => row.id,
    (batch) => db.insert(client).values(batch).onConflictDoNothing().returning({ id: client.id }),
  );
  added += await addStores(postgres, stores);
  added += await writeRows(choose("channel"), keyOf, (batch) =>
    db.insert(channel).values(batch).onConflictDoNothing().returning({ id: channel.id }),
  );
  added += await writeRows(choose("partner"), keyOf, (batch) =>
    db.insert(partner).values(batch).onConflictDoNothing().returning({ id: partner.id }),
  );
  added += await writeRows(choose("workflow"), keyOf, (batch) =>
    db.insert(workflow).values(batch).onConflictDoNothing().returning({ id: workflow.id }),
  );
  if (added > 0) await publishRegistrySignal(postgres, tenant);
  return added;
}

type StoreRow = typeof store.$inferInsert;

/** addStores also names the region of a store that is really new, so that it can be shown and chosen. */
async function addStores(postgres: Postgres, stores: readonly StoreRow[]): Promise<number> {
  const { db } = postgres;
  const placed: StoreRow[] = [];
  // Of several events about one new store the first that names a region places it.
  const withRegionLast = [...stores].reverse().sort((a, b) => Number(Boolean(a.region)) - Number(Boolean(b.region)));
  const added = await writeRows(withRegionLast, keyOf, async (batch) => {
    const rows = await db.insert(store).values(batch).onConflictDoNothing().returning();
    placed.push(...rows.filter((row) => row.region !== ""));
    return rows;
  });
  const regions = placed.map((row) => ({
    tenant: row.tenant,
    client: row.client,
    id: row.region ?? "",
    title: row.region ?? "",
  }));
  await writeRows(regions, keyOf, (batch) =>
    db.insert(region).values(batch).onConflictDoNothing().returning({ id: region.id }),
  );
  return added;
}

function keyOf(row: { client: string; id: string }): string {
  return `${row.client}\u0000${row.id}`;
}
