import type { REJECTION_REASONS } from "@watchfloor/sql";

/** RejectionReason is the closed list of why one event was refused (CONTRACT section 2). */
export type RejectionReason = (typeof REJECTION_REASONS)[number];
