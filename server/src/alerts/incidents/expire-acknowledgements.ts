import type { Postgres } from "@watchfloor/sql";
import { inTransaction } from "../planning/in-transaction.js";
import { IncidentRepository } from "./incident.repository.js";
import { openAgain } from "./open-again.js";

/** expireAcknowledgements opens incidents again whose acknowledgement is over: repeats and escalation go on where they were, and on-call services hear it. */
export async function expireAcknowledgements(postgres: Postgres, tenant: string, now: Date): Promise<void> {
  for (const { id, acknowledgedUntil, acknowledgedBy } of await new IncidentRepository(postgres).listExpired(
    tenant,
    now,
  ))
    await inTransaction(postgres, async (within) => {
      if (!(await openAgain(within, { tenant, incident: id, why: "expired", now }))) return;
      const at = acknowledgedUntil ?? now;
      const text = "The acknowledgement is over, and it fires still.";
      const of = {
        incident: id,
        at,
        kind: "acknowledgement_expired",
        author: "",
        text,
        detail: { by: acknowledgedBy },
      };
      await new IncidentRepository(within).addNotes(tenant, [{ id: `${id}.expired.${at.getTime()}`, ...of }]);
    });
}
