import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, ne } from "drizzle-orm";

/** findTenantByHost returns the tenant whose sign-in page is served under a name, before anybody is known. */
export async function findTenantByHost({ db }: Postgres, host: string): Promise<string | undefined> {
  const { branding } = schema;
  const rows = await db
    .select({ tenant: branding.tenant })
    .from(branding)
    .where(and(eq(branding.host, host), ne(branding.host, "")))
    .limit(2);
  return rows.length === 1 ? rows[0]?.tenant : undefined;
}
