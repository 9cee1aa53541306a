import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, like, lte } from "drizzle-orm";

const { alertDocument } = schema;

/** DueDocument names a document that somebody should look at. */
export interface DueDocument {
  readonly tenant: string;
  readonly key: string;
}

/** listDueDocuments names documents of any tenant whose keys begin with `prefix` and whose time has come, the most overdue first. */
export function listDueDocuments(
  { db }: Postgres,
  { prefix, now, limit }: { readonly prefix: string; readonly now: Date; readonly limit: number },
): Promise<DueDocument[]> {
  return db
    .select({ tenant: alertDocument.tenant, key: alertDocument.key })
    .from(alertDocument)
    .where(and(lte(alertDocument.nextAt, now), like(alertDocument.key, `${prefix}%`)))
    .orderBy(asc(alertDocument.nextAt), asc(alertDocument.key))
    .limit(limit);
}
