import { schema, type PostgresDatabase } from "@watchfloor/sql";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Role } from "../../scope/role.js";

const { account, grant, person, session, tenant: tenants } = schema;

/** NewPerson is somebody to be made. `credentialId` names the password, so that another one is recognised without hashing. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly credentialId: string;
  readonly passwordHash: string;
}

/** NewGrant is what a person may do in the tenant of the repository. */
export interface NewGrant {
  readonly personId: string;
  readonly role: Role;
  readonly scope: Readonly<Record<string, readonly string[]>>;
  readonly isDemo: boolean;
}

/** PersonRepository makes people and lets them into one tenant; `db` may be a transaction. */
export class PersonRepository {
  constructor(
    private readonly db: Pick<PostgresDatabase, "select" | "insert" | "update" | "delete">,
    private readonly tenant: string,
  ) {}

  /** lock makes other starts on this tenant wait for the end of the transaction. */
  async lock(): Promise<void> {
    await this.db.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, this.tenant)).for("update");
  }

  /** hasAdministrator tells whether somebody other than a demo person administers the tenant. */
  async hasAdministrator(): Promise<boolean> {
    const administers = and(eq(grant.tenant, this.tenant), eq(grant.role, "administrator"), eq(grant.isDemo, false));
    return (await this.db.select({ id: grant.userId }).from(grant).where(administers).limit(1)).length > 0;
  }

  /** findIdByEmail returns the person with that email, whatever tenants let them in. */
  async findIdByEmail(email: string): Promise<string | undefined> {
    const [known] = await this.db.select({ id: person.id }).from(person).where(eq(person.email, email.toLowerCase()));
    return known?.id;
  }

  /** hasCredential tells whether the person signs in with exactly that credential. */
  async hasCredential(personId: string, credentialId: string): Promise<boolean> {
    const same = and(eq(account.userId, personId), eq(account.id, credentialId));
    return (await this.db.select({ id: account.id }).from(account).where(same)).length > 0;
  }

  /** put makes a person, or gives the one with that id a new name, email and password. */
  async put(fresh: NewPerson, now: Date): Promise<void> {
    const who = { name: fresh.name, email: fresh.email.toLowerCase(), updatedAt: now };
    await this.db
      .insert(person)
      .values({ id: fresh.id, ...who, emailVerified: true, createdAt: now })
      .onConflictDoUpdate({ target: person.id, set: who });
    await this.db.delete(account).where(and(eq(account.userId, fresh.id), eq(account.providerId, "credential")));
    const credential = { id: fresh.credentialId, userId: fresh.id, accountId: fresh.id, providerId: "credential" };
    await this.db
      .insert(account)
      .values({ ...credential, password: fresh.passwordHash, createdAt: now, updatedAt: now });
  }

  /** grant lets a person into the tenant; a grant they had there is replaced and enabled. */
  async grant({ personId, role, scope, isDemo }: NewGrant): Promise<void> {
    const copied = Object.fromEntries(Object.entries(scope).map(([dimension, ids]) => [dimension, [...ids]]));
    const set = { role, scope: copied, isDemo, disabledAt: null };
    await this.db
      .insert(grant)
      .values({ userId: personId, tenant: this.tenant, ...set })
      .onConflictDoUpdate({ target: [grant.userId, grant.tenant], set });
  }

  /** disableDemoPeople shuts the demo people of the tenant out, but those named, and ends their sessions; returns whom. */
  async disableDemoPeople(now: Date, except: readonly string[] = []): Promise<string[]> {
    const others = except.length === 0 ? undefined : notInArray(grant.userId, [...except]);
    const disabled = await this.db
      .update(grant)
      .set({ disabledAt: now })
      .where(and(eq(grant.tenant, this.tenant), eq(grant.isDemo, true), isNull(grant.disabledAt), others))
      .returning({ id: grant.userId });
    const ids = disabled.map((row) => row.id);
    if (ids.length > 0)
      await this.db.delete(session).where(and(eq(session.tenant, this.tenant), inArray(session.userId, ids)));
    return ids;
  }
}
