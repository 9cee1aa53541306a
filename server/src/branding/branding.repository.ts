import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, ne } from "drizzle-orm";
import type { Branding } from "./branding.js";

const { branding } = schema;

/** BrandingRepository keeps the branding of one tenant at a time. */
export class BrandingRepository {
  constructor(private readonly postgres: Postgres) {}

  /** find returns the branding of a tenant. */
  async find(tenant: string): Promise<Branding | undefined> {
    const [row] = await this.postgres.db.select().from(branding).where(eq(branding.tenant, tenant));
    return row === undefined ? undefined : readBranding(row);
  }

  /** isHostTaken tells whether another tenant is served under a name. */
  async isHostTaken(tenant: string, host: string): Promise<boolean> {
    const rows = await this.postgres.db
      .select({ tenant: branding.tenant })
      .from(branding)
      .where(and(eq(branding.host, host), ne(branding.tenant, tenant)));
    return rows.length > 0;
  }

  /** save replaces the branding of a tenant. */
  async save(tenant: string, values: Branding, by: { savedBy: string; savedAt: Date }): Promise<void> {
    const row = { ...values, ...by };
    await this.postgres.db
      .insert(branding)
      .values({ tenant, ...row })
      .onConflictDoUpdate({ target: branding.tenant, set: row });
  }

  /** delete gives a tenant the product's own branding back. */
  async delete(tenant: string): Promise<void> {
    await this.postgres.db.delete(branding).where(eq(branding.tenant, tenant));
  }
}

/** readBranding keeps of a row what people are shown. */
export function readBranding(row: typeof branding.$inferSelect): Branding {
  const { productName, signInWords, senderName, colour, colourDark, logo, icon, host } = row;
  return { productName, signInWords, senderName, colour, colourDark, logo, icon, host };
}
