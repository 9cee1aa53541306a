import type { Sender } from "../channel.js";

/** buildIncidentLink is where an incident is shown; null when nobody said where the pages are. */
export function buildIncidentLink({ publicUrl }: Pick<Sender, "publicUrl">, incident: string): string | null {
  return publicUrl === null ? null : `${publicUrl}/alerts/incidents/${encodeURIComponent(incident)}`;
}

/** buildAlertsLink is where all alerts are shown; null when nobody said where the pages are. */
export function buildAlertsLink({ publicUrl }: Pick<Sender, "publicUrl">): string | null {
  return publicUrl === null ? null : `${publicUrl}/alerts`;
}
