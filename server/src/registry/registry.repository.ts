import { loadCalendars, schema, type OpeningCalendar, type Postgres } from "@watchfloor/sql";
import { asc, eq } from "drizzle-orm";
import { loadSlaBook } from "../sla/load-sla-book.js";
import type { SlaBook } from "../sla/sla-book.js";
import type { DeclaredFeed, TenantRegistry } from "./tenant-registry.js";

const { channel, client, declaredFeed, partner, region, store, tenant: tenants, workflow } = schema;

/** TenantSummary is the organisation whose workspace this is, as people see it. */
export interface TenantSummary {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string;
}

/** RegistryRepository reads the registry of one tenant at a time; `RegistryService` limits the answers to a scope. */
export class RegistryRepository {
  constructor(private readonly postgres: Postgres) {}

  /** findTenant returns the tenant itself. */
  async findTenant(id: string): Promise<TenantSummary | undefined> {
    const { title, timeZone } = tenants;
    const [row] = await this.postgres.db
      .select({ id: tenants.id, title, timeZone })
      .from(tenants)
      .where(eq(tenants.id, id));
    return row;
  }

  /** loadRegistry returns everything a tenant knows of its network. */
  async loadRegistry(tenant: string): Promise<TenantRegistry> {
    const { db } = this.postgres;
    const [clients, regions, stores, channels, partners, workflows] = await Promise.all([
      db.select().from(client).where(eq(client.tenant, tenant)).orderBy(asc(client.id)),
      db.select().from(region).where(eq(region.tenant, tenant)).orderBy(asc(region.client), asc(region.id)),
      db.select().from(store).where(eq(store.tenant, tenant)).orderBy(asc(store.client), asc(store.id)),
      db.select().from(channel).where(eq(channel.tenant, tenant)).orderBy(asc(channel.client), asc(channel.id)),
      db.select().from(partner).where(eq(partner.tenant, tenant)).orderBy(asc(partner.client), asc(partner.id)),
      db.select().from(workflow).where(eq(workflow.tenant, tenant)).orderBy(asc(workflow.client), asc(workflow.id)),
    ]);
    return { clients, regions, stores, channels, partners, workflows };
  }

  /** loadCalendars returns when things of a tenant are open. */
  async loadCalendars(tenant: string): Promise<readonly OpeningCalendar[]> {
    return loadCalendars(this.postgres, tenant);
  }

  /** loadSlaBook returns what decides about the promises of a tenant. */
  async loadSlaBook(tenant: string): Promise<SlaBook> {
    return loadSlaBook(this.postgres, tenant, await this.loadCalendars(tenant));
  }

  /** loadDeclaredFeeds returns the feeds somebody expects in a tenant. */
  async loadDeclaredFeeds(tenant: string): Promise<readonly DeclaredFeed[]> {
    return this.postgres.db
      .select()
      .from(declaredFeed)
      .where(eq(declaredFeed.tenant, tenant))
      .orderBy(asc(declaredFeed.client), asc(declaredFeed.source), asc(declaredFeed.store));
  }
}
