import type { OpeningCalendar, SlaPolicyVersion, StoredCorrection } from "@watchfloor/sql";

/** SlaBook is everything that decides about the promises of a tenant; corrections only those that count. */
export interface SlaBook {
  readonly policies: readonly SlaPolicyVersion[];
  readonly corrections: readonly StoredCorrection[];
  readonly calendars: readonly OpeningCalendar[];
  /** Stores that are not always open. */
  readonly stores: readonly { readonly client: string; readonly id: string; readonly calendar: string }[];
}

/** isInForce tells whether a correction was approved and not revoked. */
export function isInForce({ approvedAt, revokedAt }: Pick<StoredCorrection, "approvedAt" | "revokedAt">): boolean {
  return approvedAt !== null && revokedAt === null;
}
