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

/** DISPOSITION_TEXTS says each of them to people, as an answer to "why was it, or was it not, told". */
export const DISPOSITION_TEXTS: Readonly<Record<(typeof DISPOSITIONS)[number], string>> = {
  delivered: "Told: the receiver took the message.",
  dead_lettered: "Not told: every attempt to deliver the message failed. It can be sent again.",
  silenced: "Not told: a silence muted it until it was over.",
  inhibited: "Not told: a graver or wider alert that fired at the same time told of it already.",
  quiet_digest: "Held back in quiet hours, and told in the digest at their end.",
  flap_collapsed: "Not told apart: it came and went so quickly that it counts as part of what was told before.",
  resolved_before_notify: "Not told: it was over before the wait of the group had passed.",
  superseded: "Not sent: a later message said the same and more.",
  storm_digest: "Told in a digest, because too many alerts came at once.",
  no_permission: "Not told: no subscription is about it any more, or whoever made it may not see it any more.",
  contact_disabled: "Not told: the contact was switched off, or its address is not confirmed.",
  closed_during_downtime: "Not told apart: it began and ended while alerts were not evaluated.",
};

/** WAITING_TEXTS says why something was not told yet, by what muted it last. */
export const WAITING_TEXTS: Readonly<Record<string, string>> = {
  silenced: "Waits: a silence mutes it.",
  inhibited: "Waits: a graver or wider alert tells of it already.",
  quiet: "Waits: it is quiet hours.",
  no_permission: "Waits: no subscription that is in force is about it.",
};

/** Disposition is one of `DISPOSITIONS`. */
export type Disposition = (typeof DISPOSITIONS)[number];
