import { randomBytes, randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import { hashPassword } from "better-auth/crypto";
import { z } from "zod";
import { PersonRepository } from "./person.repository.js";

const GENERATED_PASSWORD_BYTES = 15;

/** NewAdministrator is the person made at the first start; a generated password exists nowhere else and must be shown now. */
export interface NewAdministrator {
  readonly email: string;
  readonly password: string;
  readonly isPasswordGenerated: boolean;
}

/**
 * ensureAdministrator makes the tenant's first administrator when it has none, in one of the processes that start together;
 * undefined when there was nothing to make. Somebody who has the email already is let in and keeps their password.
 * Throws when the email is none.
 */
export async function ensureAdministrator(
  postgres: Postgres,
  options: { tenant: string; email?: string | undefined; password?: string | undefined; now: Date },
): Promise<NewAdministrator | undefined> {
  const { tenant, now } = options;
  if (await new PersonRepository(postgres.db, tenant).hasAdministrator()) return undefined;
  const email = (options.email ?? buildDefaultEmail(tenant)).trim().toLowerCase();
  if (!z.email().safeParse(email).success)
    throw new Error(`WATCHFLOOR_ADMIN_EMAIL: "${email}" is not an email address.`);
  const password = options.password ?? randomBytes(GENERATED_PASSWORD_BYTES).toString("base64url");
  const passwordHash = await hashPassword(password);
  return postgres.db.transaction(async (transaction) => {
    const people = new PersonRepository(transaction, tenant);
    await people.lock();
    if (await people.hasAdministrator()) return undefined;
    const knownId = await people.findIdByEmail(email);
    const id = knownId ?? randomUUID();
    if (knownId === undefined)
      await people.put({ id, name: "Administrator", email, credentialId: randomUUID(), passwordHash }, now);
    await people.grant({ personId: id, role: "administrator", scope: {}, isDemo: false });
    return knownId === undefined ? { email, password, isPasswordGenerated: options.password === undefined } : undefined;
  });
}

/** Each tenant gets an email of its own: one person for all would be let into all. */
function buildDefaultEmail(tenant: string): string {
  const label = tenant
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return label === "default" || label === "" ? "admin@watchfloor.local" : `admin@${label}.watchfloor.local`;
}
