import type { Postgres } from "@watchfloor/sql";
import { tellUnacknowledged } from "../planning/tell-unacknowledged.js";
import { IncidentRepository } from "./incident.repository.js";

/** RELEASED is what changes of an incident that nobody has any more. */
export const RELEASED = {
  status: "open",
  acknowledgedBy: null,
  acknowledgedAt: null,
  acknowledgedUntil: null,
} as const;

/** openAgain opens an acknowledged incident and tells on-call services of it, both or neither; false, and nothing is told, when it is not acknowledged. */
export async function openAgain(
  within: Postgres,
  of: { readonly tenant: string; readonly incident: string; readonly why: "withdrawn" | "expired"; readonly now: Date },
): Promise<boolean> {
  const incidents = new IncidentRepository(within);
  const isOpened = await incidents.change(of.tenant, of.incident, RELEASED, ["acknowledged"]);
  if (isOpened) await tellUnacknowledged(within, of);
  return isOpened;
}
