import { isNotNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { workflow } from "../postgres/schema/registry.js";
import type { OutOfSequencePolicy } from "./out-of-sequence-policy.js";

/** SequencePolicy is what was declared for the entities of one workflow of one client. */
export interface SequencePolicy {
  readonly tenant: string;
  readonly client: string;
  readonly workflow: string;
  readonly policy: OutOfSequencePolicy;
}

/** listSequencePolicies returns what is declared, of every tenant, for ingestion, which serves them all. */
export async function listSequencePolicies({ db }: Postgres): Promise<SequencePolicy[]> {
  const rows = await db
    .select({ tenant: workflow.tenant, client: workflow.client, workflow: workflow.id, policy: workflow.outOfSequence })
    .from(workflow)
    .where(isNotNull(workflow.outOfSequence));
  return rows.flatMap(({ policy, ...row }) => (policy === null ? [] : [{ ...row, policy }]));
}
