import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** declaredValue is the value of the refused row in an upsert: what the declaration says. */
export function declaredValue(column: PgColumn) {
  return sql.raw(`excluded."${column.name}"`);
}
