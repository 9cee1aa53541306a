import { createHash } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import { hashPassword } from "better-auth/crypto";
import type { DemoPerson } from "./demo-person.js";
import { PersonRepository } from "./person.repository.js";

/**
 * ensureDemoPeople lets exactly the given demo people into the tenant; may be repeated. A real person who has the email of
 * one of them stays who they are, and that demo person is left out.
 */
export async function ensureDemoPeople(
  postgres: Postgres,
  options: { tenant: string; people: readonly DemoPerson[]; now: Date },
): Promise<void> {
  const { tenant, people, now } = options;
  const hashes = await hashNewPasswords(new PersonRepository(postgres.db, tenant), people);
  await postgres.db.transaction(async (transaction) => {
    const repository = new PersonRepository(transaction, tenant);
    await repository.lock();
    for (const person of people) {
      const id = buildId(person);
      const holder = await repository.findIdByEmail(person.email);
      if (holder !== undefined && holder !== id) continue;
      const passwordHash = hashes.get(id);
      if (passwordHash !== undefined)
        await repository.put({ ...person, id, credentialId: buildCredentialId(person), passwordHash }, now);
      await repository.grant({ personId: id, role: person.role, scope: listLimits(person), isDemo: true });
    }
    await repository.disableDemoPeople(now, people.map(buildId));
  });
}

/** Slow on purpose, so it happens before the transaction and only for passwords that are new. */
async function hashNewPasswords(
  repository: PersonRepository,
  people: readonly DemoPerson[],
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const person of people) {
    const isKnown = await repository.hasCredential(buildId(person), buildCredentialId(person));
    if (!isKnown) hashes.set(buildId(person), await hashPassword(person.password));
  }
  return hashes;
}

function buildId(person: DemoPerson): string {
  return `demo-${person.id}`;
}

/** Demo passwords are public, so a digest of one may name it. */
function buildCredentialId(person: DemoPerson): string {
  return `demo-${person.id}-${createHash("sha256").update(person.password).digest("hex").slice(0, 16)}`;
}

function listLimits(person: DemoPerson): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(person.scope).filter((entry): entry is [string, string[]] => entry[1] !== undefined),
  );
}
