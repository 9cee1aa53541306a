import { sql } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { channel, client, declaredFeed, partner, region, store, workflow } from "../postgres/schema/registry.js";
import type { DeclaredCalendar } from "../calendar/opening-calendar.js";
import { declaredValue } from "./declared-value.js";
import { seedCalendars } from "./seed-calendars.js";
import { publishRegistrySignal } from "./registry-signal.js";
import type { DeclaredStep } from "./declared-step.js";
import type { OutOfSequencePolicy } from "./out-of-sequence-policy.js";
import { writeRows } from "./write-rows.js";

interface Declared {
  readonly client: string;
  readonly id: string;
  readonly title: string;
}

/** DeclaredNetwork is what people declare about a retail network; ids as events use them. A missing list changes nothing. */
export interface DeclaredNetwork {
  readonly clients?: readonly {
    id: string;
    title: string;
    timeZone?: string | undefined;
    currency?: string | undefined;
  }[];
  readonly calendars?: readonly DeclaredCalendar[];
  readonly regions?: readonly Declared[];
  readonly stores?: readonly (Declared & {
    region: string;
    brand?: string | undefined;
    timeZone?: string | undefined;
    /** When it is open; missing = always. */
    calendar?: string | undefined;
    /** Nothing is expected of it any more. */
    isDisabled?: boolean | undefined;
  })[];
  readonly channels?: readonly Declared[];
  readonly partners?: readonly (Declared & { kind: string })[];
  readonly workflows?: readonly (Declared & {
    limitSeconds?: number | undefined;
    outOfSequence?: OutOfSequencePolicy | undefined;
    /** What a run should do, in order; missing changes nothing. */
    steps?: readonly DeclaredStep[] | undefined;
  })[];
  /** A dimension that does not apply to the feed is missing or ''. */
  readonly feeds?: readonly {
    client: string;
    source: string;
    store?: string | undefined;
    channel?: string | undefined;
    partner?: string | undefined;
    cadenceSeconds: number;
    /** When it is expected; missing = while its store is open. */
    calendar?: string | undefined;
  }[];
}

/**
 * seedRegistry writes a declared network: what is declared replaces what was discovered or declared before under the same
 * id, anything else stays. May be repeated; throws when a calendar is wrong; one statement a table and 2,000 rows.
 */
export async function seedRegistry(
  postgres: Postgres,
  tenant: string,
  network: DeclaredNetwork,
  now: Date,
): Promise<void> {
  await seedClients(postgres, tenant, network.clients ?? []);
  await seedCalendars(postgres, tenant, network.calendars ?? []);
  await seedRegions(postgres, tenant, network.regions ?? []);
  await seedStores(postgres, tenant, network.stores ?? []);
  await seedChannels(postgres, tenant, network.channels ?? []);
  await seedPartners(postgres, tenant, network.partners ?? []);
  await seedWorkflows(postgres, tenant, network.workflows ?? []);
  await seedFeeds(postgres, tenant, network.feeds ?? [], now);
  await publishRegistrySignal(postgres, tenant);
}

async function seedClients(
  { db }: Postgres,
  tenant: string,
  clients: NonNullable<DeclaredNetwork["clients"]>,
): Promise<void> {
  const rows = clients.map(({ id, title, timeZone, currency }) => ({
    tenant,
    id,
    title,
    timeZone: timeZone ?? null,
    currency: currency ?? null,
    isDiscovered: false,
  }));
  const set = {
    title: declaredValue(client.title),
    timeZone: declaredValue(client.timeZone),
    currency: declaredValue(client.currency),
    isDiscovered: declaredValue(client.isDiscovered),
  };
  await writeRows(
    rows,
    (row) => row.id,
    (batch) =>
      db
        .insert(client)
        .values(batch)
        .onConflictDoUpdate({ target: [client.tenant, client.id], set })
        .returning({ id: client.id }),
  );
}

async function seedRegions({ db }: Postgres, tenant: string, regions: readonly Declared[]): Promise<void> {
  const rows = regions.map((row) => ({ ...pick(row), tenant }));
  await writeRows(rows, keyOf, (batch) =>
    db
      .insert(region)
      .values(batch)
      .onConflictDoUpdate({
        target: [region.tenant, region.client, region.id],
        set: { title: declaredValue(region.title) },
      })
      .returning({ id: region.id }),
  );
}

async function seedStores(
  { db }: Postgres,
  tenant: string,
  stores: NonNullable<DeclaredNetwork["stores"]>,
): Promise<void> {
  const rows = stores.map((row) => ({
    ...pick(row),
    tenant,
    region: row.region,
    brand: row.brand ?? "",
    timeZone: row.timeZone ?? null,
    calendar: row.calendar ?? "",
    isDiscovered: false,
    isDisabled: row.isDisabled ?? false,
  }));
  const set = {
    isDisabled: declaredValue(store.isDisabled),
    title: declaredValue(store.title),
    region: declaredValue(store.region),
    brand: declaredValue(store.brand),
    timeZone: declaredValue(store.timeZone),
    calendar: declaredValue(store.calendar),
    isDiscovered: declaredValue(store.isDiscovered),
  };
  await writeRows(rows, keyOf, (batch) =>
    db
      .insert(store)
      .values(batch)
      .onConflictDoUpdate({ target: [store.tenant, store.client, store.id], set })
      .returning({ id: store.id }),
  );
}

async function seedChannels({ db }: Postgres, tenant: string, channels: readonly Declared[]): Promise<void> {
  const rows = channels.map((row) => ({ ...pick(row), tenant, isDiscovered: false }));
  const set = { title: declaredValue(channel.title), isDiscovered: declaredValue(channel.isDiscovered) };
  await writeRows(rows, keyOf, (batch) =>
    db
      .insert(channel)
      .values(batch)
      .onConflictDoUpdate({ target: [channel.tenant, channel.client, channel.id], set })
      .returning({ id: channel.id }),
  );
}

async function seedPartners(
  { db }: Postgres,
  tenant: string,
  partners: NonNullable<DeclaredNetwork["partners"]>,
): Promise<void> {
  const rows = partners.map((row) => ({ ...pick(row), tenant, kind: row.kind, isDiscovered: false }));
  const set = {
    title: declaredValue(partner.title),
    kind: declaredValue(partner.kind),
    isDiscovered: declaredValue(partner.isDiscovered),
  };
  await writeRows(rows, keyOf, (batch) =>
    db
      .insert(partner)
      .values(batch)
      .onConflictDoUpdate({ target: [partner.tenant, partner.client, partner.id], set })
      .returning({ id: partner.id }),
  );
}

async function seedWorkflows(
  { db }: Postgres,
  tenant: string,
  workflows: NonNullable<DeclaredNetwork["workflows"]>,
): Promise<void> {
  const rows = workflows.map((row) => ({
    ...pick(row),
    tenant,
    limitSeconds: row.limitSeconds ?? null,
    outOfSequence: row.outOfSequence ?? null,
    steps: row.steps ?? null,
    isDiscovered: false,
  }));
  const set = {
    title: declaredValue(workflow.title),
    limitSeconds: declaredValue(workflow.limitSeconds),
    outOfSequence: declaredValue(workflow.outOfSequence),
    // What a person declared stays where the network says nothing of it.
    steps: sql`coalesce(${declaredValue(workflow.steps)}, ${workflow.steps})`,
    isDiscovered: declaredValue(workflow.isDiscovered),
  };
  await writeRows(rows, keyOf, (batch) =>
    db
      .insert(workflow)
      .values(batch)
      .onConflictDoUpdate({ target: [workflow.tenant, workflow.client, workflow.id], set })
      .returning({ id: workflow.id }),
  );
}

/** A feed keeps the instant of its first declaration: from then on its silence counts. */
async function seedFeeds(
  { db }: Postgres,
  tenant: string,
  feeds: NonNullable<DeclaredNetwork["feeds"]>,
  now: Date,
): Promise<void> {
  const feed = declaredFeed;
  const rows = feeds.map(({ client, source, store, channel, partner, cadenceSeconds, calendar }) => ({
    ...{ tenant, client, source, cadenceSeconds, declaredAt: now },
    ...{ store: store ?? "", channel: channel ?? "", partner: partner ?? "", calendar: calendar ?? "" },
  }));
  const target = [feed.tenant, feed.client, feed.source, feed.store, feed.channel, feed.partner];
  const feedKey = (row: (typeof rows)[number]) =>
    [row.client, row.source, row.store, row.channel, row.partner].join("\u0000");
  await writeRows(rows, feedKey, (batch) =>
    db
      .insert(feed)
      .values(batch)
      .onConflictDoUpdate({
        target,
        set: { cadenceSeconds: declaredValue(feed.cadenceSeconds), calendar: declaredValue(feed.calendar) },
      })
      .returning({ source: feed.source }),
  );
}

function pick({ client, id, title }: Declared): Declared {
  return { client, id, title };
}

function keyOf(row: { client: string; id: string }): string {
  return `${row.client}\u0000${row.id}`;
}
