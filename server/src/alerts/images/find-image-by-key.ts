import { schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";

const { alertImage } = schema;

/** findImageByKey returns the bytes of a picture by its random name, which only a signed link tells. */
export async function findImageByKey({ db }: Postgres, key: string): Promise<Uint8Array | undefined> {
  const [row] = await db.select({ png: alertImage.png }).from(alertImage).where(eq(alertImage.key, key));
  return row?.png ?? undefined;
}
