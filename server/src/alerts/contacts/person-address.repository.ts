import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, isNull, or, sql } from "drizzle-orm";

const { grant, person } = schema;

/** PersonAddressRepository knows the address by which a person of a tenant signs in. */
export class PersonAddressRepository {
  constructor(private readonly postgres: Postgres) {}

  /** find returns it; undefined = a key, or somebody who is no longer let in. */
  async find(tenant: string, id: string): Promise<string | undefined> {
    const [row] = await this.postgres.db
      .select({ email: person.email })
      .from(person)
      .innerJoin(grant, eq(grant.userId, person.id))
      .where(and(eq(person.id, id), eq(grant.tenant, tenant), isNull(grant.disabledAt)));
    return row?.email;
  }

  /** listNames returns what people of a tenant are called, also those who are no longer let in, by their id. */
  async listNames(tenant: string): Promise<Map<string, string>> {
    const rows = await this.postgres.db
      .select({ id: person.id, name: person.name })
      .from(person)
      .innerJoin(grant, eq(grant.userId, person.id))
      .where(eq(grant.tenant, tenant));
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** findPerson returns the id of a person who is let into a tenant, by that id or by the address by which they sign in. */
  async findPerson(tenant: string, word: string): Promise<string | undefined> {
    const [row] = await this.postgres.db
      .select({ id: person.id })
      .from(person)
      .innerJoin(grant, eq(grant.userId, person.id))
      .where(
        and(
          ...[eq(grant.tenant, tenant), isNull(grant.disabledAt)],
          or(eq(person.id, word), eq(sql`lower(${person.email})`, word.toLowerCase())),
        ),
      );
    return row?.id;
  }
}
