import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq } from "drizzle-orm";
import type { AlertPlace } from "../audience/alert-place.js";

const { client, channel, store, partner } = schema;

/** PlaceTitlesRepository knows what people call a place of one tenant at a time. */
export class PlaceTitlesRepository {
  constructor(private readonly postgres: Postgres) {}

  /** describe writes a place in words, from wide to narrow; an id nobody named is its own title. */
  async describe(tenant: string, place: AlertPlace): Promise<string> {
    const of = (id: string) => ({ client: place.client, id });
    const parts = await Promise.all([
      this.findClient(tenant, place.client),
      this.findPart(channel, tenant, of(place.channel)),
      this.findPart(store, tenant, of(place.store)),
      this.findPart(partner, tenant, of(place.partner)),
    ]);
    const named = parts.filter((part) => part !== "");
    return named.length === 0 ? "everything" : named.join(", ");
  }

  private async findClient(tenant: string, id: string): Promise<string> {
    if (id === "") return "";
    const rows = await this.postgres.db
      .select({ title: client.title })
      .from(client)
      .where(and(eq(client.tenant, tenant), eq(client.id, id)));
    return rows[0]?.title ?? id;
  }

  private async findPart(
    table: typeof channel | typeof store | typeof partner,
    tenant: string,
    place: { readonly client: string; readonly id: string },
  ): Promise<string> {
    if (place.id === "") return "";
    const rows = await this.postgres.db
      .select({ title: table.title })
      .from(table)
      .where(and(eq(table.tenant, tenant), eq(table.client, place.client), eq(table.id, place.id)));
    return rows[0]?.title ?? place.id;
  }
}
