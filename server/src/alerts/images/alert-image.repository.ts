import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq, inArray, lt, lte } from "drizzle-orm";

const { alertImage, client, store, tenant: tenants } = schema;

/** AlertImageRow is a picture as it is kept, or why there is none. */
export type AlertImageRow = typeof alertImage.$inferSelect;

/** FoundImage is what a message needs to know of a picture. */
export type FoundImage = Pick<AlertImageRow, "incident" | "key" | "alt" | "png" | "createdAt">;

/** AlertImageRepository keeps the pictures of incidents of one tenant at a time. */
export class AlertImageRepository {
  constructor(private readonly postgres: Postgres) {}

  /** add keeps what came of pictures; of an incident that has one, or has none for a reason, nothing changes. */
  async add(rows: readonly AlertImageRow[]): Promise<void> {
    if (rows.length > 0)
      await this.postgres.db
        .insert(alertImage)
        .values([...rows])
        .onConflictDoNothing();
  }

  /** has tells whether it was decided before what came of the picture of an incident. */
  async has(tenant: string, incident: string): Promise<boolean> {
    const rows = await this.postgres.db
      .select({ incident: alertImage.incident })
      .from(alertImage)
      .where(and(eq(alertImage.tenant, tenant), eq(alertImage.incident, incident)));
    return rows.length > 0;
  }

  /** findMade returns the pictures that incidents have. */
  async findMade(tenant: string, incidents: readonly string[]): Promise<FoundImage[]> {
    if (incidents.length === 0) return [];
    const isOf = and(eq(alertImage.tenant, tenant), inArray(alertImage.incident, [...incidents]));
    const { incident, key, alt, png, createdAt } = alertImage;
    return this.postgres.db
      .select({ incident, key, alt, png, createdAt })
      .from(alertImage)
      .where(and(isOf, eq(alertImage.result, "made")));
  }

  /** findZone returns the time zone of a place: of its store, else of its client, else of the tenant. */
  async findZone(tenant: string, place: { readonly client: string; readonly store: string }): Promise<string> {
    const { db } = this.postgres;
    const [[ofStore], [ofClient], [ofTenant]] = await Promise.all([
      db
        .select({ zone: store.timeZone })
        .from(store)
        .where(and(eq(store.tenant, tenant), eq(store.client, place.client), eq(store.id, place.store))),
      db
        .select({ zone: client.timeZone })
        .from(client)
        .where(and(eq(client.tenant, tenant), eq(client.id, place.client))),
      db.select({ zone: tenants.timeZone }).from(tenants).where(eq(tenants.id, tenant)),
    ]);
    return ofStore?.zone ?? ofClient?.zone ?? ofTenant?.zone ?? "UTC";
  }

  /** forget deletes what was made before an instant, and all but the newest `keep`. */
  async forget(tenant: string, { before, keep }: { readonly before: Date; readonly keep: number }): Promise<void> {
    const { db } = this.postgres;
    const isOf = eq(alertImage.tenant, tenant);
    await db.delete(alertImage).where(and(isOf, lt(alertImage.createdAt, before)));
    const [oldest] = await db
      .select({ createdAt: alertImage.createdAt })
      .from(alertImage)
      .where(isOf)
      .orderBy(desc(alertImage.createdAt))
      .offset(keep)
      .limit(1);
    if (oldest !== undefined) await db.delete(alertImage).where(and(isOf, lte(alertImage.createdAt, oldest.createdAt)));
  }
}
