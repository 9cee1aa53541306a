import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import { choosePolicy } from "../escalations/choose-policy.js";
import { EscalationPolicyRepository } from "../escalations/escalation-policy.repository.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { buildDueSteps, ESCALATION_PREFIX, escalationStep, findNextDue } from "./escalation-document.js";

/** startEscalation begins the escalation of an incident by the policy in force for it now; begun already, it goes on as it is. A tenant without a policy for it escalates nothing. */
export async function startEscalation(postgres: Postgres, transition: CommittedTransition): Promise<void> {
  const { tenant, severity, incidentId, slotAt, ruleId, labels, client, channel, store, partner } = transition;
  const policies = await new EscalationPolicyRepository(postgres).listNewest(tenant);
  if (policies.length === 0) return;
  const policy = choosePolicy(policies, { ruleId, severity, labels, place: { client, channel, store, partner } });
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
