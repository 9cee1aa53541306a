import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { buildGrantedScope } from "../../identity/session/build-granted-scope.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";

const { grant, person } = schema;

/** IncidentPerson is somebody who has to do with an incident. */
export interface IncidentPerson {
  readonly id: string;
  readonly name: string;
}

/** IncidentPeopleRepository reads names, of the people of one tenant at a time. */
export class IncidentPeopleRepository {
  constructor(private readonly postgres: Postgres) {}

  /** findNames returns those of the ids that are, or were, let into the tenant. */
  async findNames(tenant: string, ids: readonly string[]): Promise<IncidentPerson[]> {
    const asked = [...new Set(ids.filter((id) => id !== ""))];
    if (asked.length === 0) return [];
    return this.postgres.db
      .select({ id: person.id, name: person.name })
      .from(person)
      .innerJoin(grant, eq(grant.userId, person.id))
      .where(and(eq(grant.tenant, tenant), inArray(person.id, asked)));
  }

  /** listGranted returns who has one of the roles in the tenant now, with what they see, by name. */
  async listGranted(tenant: string, roles: readonly Role[]): Promise<(IncidentPerson & { readonly scope: Scope })[]> {
    const rows = await this.postgres.db
      .select({ id: person.id, name: person.name, role: grant.role, limits: grant.scope })
      .from(grant)
      .innerJoin(person, eq(person.id, grant.userId))
      .where(and(eq(grant.tenant, tenant), inArray(grant.role, [...roles]), isNull(grant.disabledAt)))
      .orderBy(asc(person.name), asc(person.id));
    return rows.flatMap(({ id, name, role, limits }) => {
      const scope = buildGrantedScope({ tenant, role, subjectId: id, limits });
      return scope === undefined ? [] : [{ id, name, scope }];
    });
  }
}
