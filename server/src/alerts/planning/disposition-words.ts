/** DISPOSITIONS is how a transition ends for a contact, exactly one of them (ALERTING 8.5). */
export const DISPOSITIONS = [
  "delivered",
  "dead_lettered",
  "silenced",
  "inhibited",
  "quiet_digest",
  "flap_collapsed",
  "resolved_before_notify",
  "superseded",
  "storm_digest",
  "no_permission",
  "contact_disabled",
  "closed_during_downtime",
] as const;

/** Disposition is one of `DISPOSITIONS`. */
export type Disposition = (typeof DISPOSITIONS)[number];
