import { ensureTenant, type Postgres } from "@watchfloor/sql";
import { SessionRepository } from "../session/session.repository.js";
import { ensureAdministrator, type NewAdministrator } from "./ensure-administrator.js";
import { ensureDemoPeople } from "./ensure-demo-people.js";
import { loadDemoPeople } from "./load-demo-people.js";
import { PersonRepository } from "./person.repository.js";

/** IdentityBootstrap is what a start decides about a tenant and its people. */
export interface IdentityBootstrap {
  readonly postgres: Postgres;
  readonly tenant: string;
  /** Title of the tenant when it is made now. */
  readonly tenantTitle: string;
  readonly tenantTimeZone?: string | undefined;
  readonly adminEmail?: string | undefined;
  readonly adminPassword?: string | undefined;
  readonly isDemo: boolean;
  readonly now: Date;
}

/**
 * bootstrapIdentity makes the tenant, its first administrator and, in a demonstration only, the demo people; without one it
 * shuts out those an earlier demonstration left. Runs at every start, also of several processes at once, before requests are
 * answered. `administrator` is given when made now: a generated password cannot be shown again.
 */
export async function bootstrapIdentity(options: IdentityBootstrap): Promise<{ administrator?: NewAdministrator }> {
  const { postgres, tenant, isDemo, now } = options;
  await ensureTenant(postgres, {
    id: tenant,
    title: options.tenantTitle,
    timeZone: options.tenantTimeZone,
    isDemo,
    now,
  });
  const administrator = await ensureAdministrator(postgres, {
    tenant,
    email: options.adminEmail,
    password: options.adminPassword,
    now,
  });
  if (isDemo) await ensureDemoPeople(postgres, { tenant, people: await loadDemoPeople(), now });
  else await postgres.db.transaction((transaction) => new PersonRepository(transaction, tenant).disableDemoPeople(now));
  await new SessionRepository(postgres).deleteExpired(tenant, now);
  return administrator === undefined ? {} : { administrator };
}
