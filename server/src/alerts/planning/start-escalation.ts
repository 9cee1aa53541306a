import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { buildDueSteps, ESCALATION_PREFIX, escalationStep, findNextDue } from "./escalation-document.js";
import { EscalationPolicyRepository } from "./escalation-policy.repository.js";

/** DEFAULT_POLICY is the policy of every critical incident; a tenant without one escalates nothing. */
export const DEFAULT_POLICY = "default";

/** startEscalation begins the escalation of a critical incident by the policy in force now; begun already, it goes on as it is. */
export async function startEscalation(postgres: Postgres, transition: CommittedTransition): Promise<void> {
  const { tenant, severity, incidentId, slotAt } = transition;
  if (severity !== "critical") return;
  const policy = await new EscalationPolicyRepository(postgres).findNewest(tenant, DEFAULT_POLICY);
  const steps = z.array(escalationStep).safeParse(policy?.steps);
  if (policy === undefined || !steps.success || steps.data.length === 0) return;
  const document = {
    ...{ incident: incidentId, policy: policy.id, policyVersion: policy.version, told: [] },
    due: buildDueSteps(steps.data, { firedAt: slotAt, loops: policy.loops }),
  };
  const next = findNextDue(document);
  await new AlertDocumentRepository(postgres).cas(tenant, {
    ...{ key: ESCALATION_PREFIX + incidentId, version: 0, doc: document },
    nextAt: next === null ? null : new Date(next),
  });
}
