import type { Postgres } from "@watchfloor/sql";
import { tellAcknowledged } from "../planning/tell-acknowledged.js";
import type { IncidentRecord } from "./incident-record.js";
import { IncidentRepository, type IncidentChange } from "./incident.repository.js";

/** A critical incident that somebody took and forgot comes back. */
const ACKNOWLEDGED_MS = 4 * 3_600_000;

/** TakenIncident is an incident that somebody takes on. */
export interface TakenIncident {
  readonly incident: IncidentRecord;
  /** A person, or a word for whoever has no account. */
  readonly by: string;
  /** Whether `by` is a person who owns it from now on, unless somebody does. */
  readonly isOwner: boolean;
  /** null = as long as is usual: four hours of a critical one, without end of others. */
  readonly until: Date | null;
  readonly now: Date;
}

/** buildAcknowledgement is what changes of an incident that is taken on. */
export function buildAcknowledgement({ incident, by, isOwner, until, now }: TakenIncident): IncidentChange {
  const usual = incident.severity === "critical" ? new Date(now.getTime() + ACKNOWLEDGED_MS) : null;
  return {
    ...{ status: "acknowledged", acknowledgedBy: by, acknowledgedAt: now, acknowledgedUntil: until ?? usual },
    owner: incident.owner ?? (isOwner ? by : null),
  };
}

/** takeIncident acknowledges an open incident and tells machines of it, both or neither; false, and nothing is told, when it is not open. */
export async function takeIncident(within: Postgres, taken: TakenIncident): Promise<boolean> {
  const { tenant, id } = taken.incident;
  const isTaken = await new IncidentRepository(within).change(tenant, id, buildAcknowledgement(taken), ["open"]);
  if (isTaken) await tellAcknowledged(within, { tenant, incident: id, now: taken.now });
  return isTaken;
}
