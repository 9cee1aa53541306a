/** AlertSeverity is how bad an alert is. */
export type AlertSeverity = "critical" | "warning" | "info";

/** NOTICE_KINDS is what a message can be about. */
export const NOTICE_KINDS = [
  "fired",
  "resolved",
  "acknowledged",
  /** Nobody has it any more; told to on-call services alone. */
  "unacknowledged",
  "escalated",
  "no_data",
  "digest",
  "rule_health",
  "test",
] as const;

/** NoticeKind is one of `NOTICE_KINDS`. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** NoticeRule is the rule behind an incident. */
export interface NoticeRule {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly kind: string;
  readonly severity: AlertSeverity;
}

/** NoticePlace is where an incident is; null = the dimension does not apply. */
export interface NoticePlace {
  readonly client: string | null;
  readonly store: string | null;
  readonly channel: string | null;
  readonly partner: string | null;
}

/** NoticeIncident is one incident in a message. Instants are epoch milliseconds. */
export interface NoticeIncident {
  readonly incident: string;
  readonly transition: string | null;
  readonly seq: number;
  readonly rule: NoticeRule;
  readonly labels: Readonly<Record<string, string>>;
  readonly place: NoticePlace;
  readonly state: "firing" | "resolved";
  readonly isNew: boolean;
  readonly reason: string | null;
  readonly activeAt: number | null;
  readonly firedAt: number | null;
  readonly resolvedAt: number | null;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly windowSeconds: number | null;
  readonly summary: string;
  readonly runbook: string | null;
  /** Who has taken it on, and when; absent or null = nobody has. */
  readonly acknowledged?: { readonly by: string; readonly at: number } | null;
}

/** Notice is what a contact is told, before any channel puts it into its own form: what fires first, then what ended. */
export interface Notice {
  readonly kind: NoticeKind;
  /** The same at every attempt; receivers drop repetitions by it. */
  readonly delivery: string;
  /** What belongs together in a mailbox: an incident, or a group and day. */
  readonly thread: string;
  /** When what it tells happened, in epoch milliseconds. */
  readonly at: number;
  readonly incidents: readonly NoticeIncident[];
  /** How many more there are than it lists. */
  readonly more: number;
  /** What it says where no incident says it; absent = the incidents do. */
  readonly headline?: string;
  /** Sentences about the whole, such as "Flapping, 5 times in 1 h.". */
  readonly remarks: readonly string[];
}
