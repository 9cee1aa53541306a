import type { AudienceSubject } from "../audience/choose-audience.js";
import type { NoticeIncident } from "../channels/notice.js";

/** IncidentFacts is what is known of an incident: what decides who is told, and what they are told. */
export interface IncidentFacts {
  readonly subject: AudienceSubject;
  readonly notice: NoticeIncident;
  readonly fingerprint: string;
  readonly status: "open" | "acknowledged" | "resolved";
  /** Epoch milliseconds; null = without end, or not acknowledged. */
  readonly acknowledgedUntil: number | null;
}

/** isAcknowledgedAt tells whether somebody has taken an incident on and that has not run out. */
export function isAcknowledgedAt({ status, acknowledgedUntil }: IncidentFacts, at: number): boolean {
  return status === "acknowledged" && (acknowledgedUntil === null || acknowledgedUntil > at);
}
