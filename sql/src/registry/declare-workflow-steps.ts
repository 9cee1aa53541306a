import { and, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { workflow } from "../postgres/schema/registry.js";
import type { DeclaredStep } from "./declared-step.js";
import { publishRegistrySignal } from "./registry-signal.js";

/**
 * declareWorkflowSteps says what a run of a workflow should do, in order, instead of what was said before; null takes it back.
 * Returns false when the tenant has no such workflow. The caller has checked the steps.
 */
export async function declareWorkflowSteps(
  postgres: Postgres,
  declared: { tenant: string; client: string; workflow: string; steps: readonly DeclaredStep[] | null },
): Promise<boolean> {
  const { tenant, client, workflow: id, steps } = declared;
  const rows = await postgres.db
    .update(workflow)
    .set({ steps })
    .where(and(eq(workflow.tenant, tenant), eq(workflow.client, client), eq(workflow.id, id)))
    .returning({ id: workflow.id });
  if (rows.length > 0) await publishRegistrySignal(postgres, tenant);
  return rows.length > 0;
}
