import type { IncidentRepository } from "./incident.repository.js";

/** expireAcknowledgements opens incidents again whose acknowledgement is over: repeats and escalation go on where they were. */
export async function expireAcknowledgements(incidents: IncidentRepository, tenant: string, now: Date): Promise<void> {
  for (const { id, acknowledgedUntil, acknowledgedBy } of await incidents.listExpired(tenant, now)) {
    const none = { acknowledgedBy: null, acknowledgedAt: null, acknowledgedUntil: null };
    if (!(await incidents.change(tenant, id, { status: "open", ...none }, ["acknowledged"]))) continue;
    const at = acknowledgedUntil ?? now;
    const text = "The acknowledgement is over, and it fires still.";
    const note = {
      incident: id,
      at,
      kind: "acknowledgement_expired",
      author: "",
      text,
      detail: { by: acknowledgedBy },
    };
    await incidents.addNotes(tenant, [{ id: `${id}.expired.${at.getTime()}`, ...note }]);
  }
}
