import { listCorrections, listSlaPolicies, schema, type OpeningCalendar, type Postgres } from "@watchfloor/sql";
import { and, eq, ne } from "drizzle-orm";
import { isInForce, type SlaBook } from "./sla-book.js";

/** loadSlaBook returns everything that decides about the promises of a tenant. */
export async function loadSlaBook(
  postgres: Postgres,
  tenant: string,
  calendars: readonly OpeningCalendar[],
): Promise<SlaBook> {
  const { client, id, calendar, tenant: owner } = schema.store;
  const [policies, corrections, stores] = await Promise.all([
    listSlaPolicies(postgres, tenant),
    listCorrections(postgres, tenant),
    postgres.db
      .select({ client, id, calendar })
      .from(schema.store)
      .where(and(eq(owner, tenant), ne(calendar, ""))),
  ]);
  return { policies, corrections: corrections.filter(isInForce), calendars, stores };
}
