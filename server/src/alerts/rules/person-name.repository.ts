import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, inArray } from "drizzle-orm";

const { grant, person } = schema;

/** PersonNameRepository knows what people of a tenant are called, also those who are no longer let in. */
export class PersonNameRepository {
  constructor(private readonly postgres: Postgres) {}

  /** list returns names by id; who has no grant in the tenant is left out. */
  async list(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.postgres.db
      .select({ id: person.id, name: person.name })
      .from(person)
      .innerJoin(grant, eq(grant.userId, person.id))
      .where(and(inArray(person.id, [...new Set(ids)]), eq(grant.tenant, tenant)));
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
