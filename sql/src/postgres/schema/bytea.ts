import { customType } from "drizzle-orm/pg-core";

/** bytea is a column of bytes. Both drivers give and take them; PGlite gives a Uint8Array, pg a Buffer, which is one. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
