import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { bootstrapIdentity, type IdentityBootstrap } from "../bootstrap/bootstrap-identity.js";
import type { DemoPerson } from "../bootstrap/demo-person.js";
import { loadDemoPeople } from "../bootstrap/load-demo-people.js";
import { PersonRepository } from "../bootstrap/person.repository.js";

/** seedDemoPeople makes a tenant as a start does, and lets the people of the demonstration into it for good: an installation without the simulation has one person of each role. */
export async function seedDemoPeople(options: Omit<IdentityBootstrap, "isDemo">): Promise<readonly DemoPerson[]> {
  const { postgres, tenant, now } = options;
  await bootstrapIdentity({ ...options, isDemo: false });
  const people = await loadDemoPeople();
  const repository = new PersonRepository(postgres.db, tenant);
  for (const { id, name, email, password, role, scope } of people) {
    const passwordHash = await hashPassword(password);
    await repository.put({ id, name, email, credentialId: randomUUID(), passwordHash }, now);
    const limits = Object.entries(scope).map(([dimension, ids]) => [dimension, ids ?? []] as const);
    await repository.grant({ personId: id, role, scope: Object.fromEntries(limits), isDemo: false });
  }
  return people;
}
