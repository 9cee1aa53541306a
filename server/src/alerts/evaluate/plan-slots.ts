import { createHash } from "node:crypto";
import type { AlertRule } from "@watchfloor/dashboards";
import type { RuleDocument } from "./rule-document.js";

const SECOND = 1_000;
const MAX_SPREAD_MS = 10 * SECOND;
const CATCH_UP_MS = 2 * 3_600_000;
const CATCH_UP_SLOTS = 120;

/** PlannedSlots is what of a rule is due: slots in the order of time, or a cursor to go on from because too many were missed. */
export interface PlannedSlots {
  readonly slots: readonly number[];
  /** Slots that are gone over, from the cursor on; 0 = none. */
  readonly skipped: number;
  readonly skipTo: number;
  /** Whether more are due than `most`: what is planned is a part of what was missed. */
  readonly isBehind: boolean;
}

/**
 * planSlots says which slots of a rule have become due: multiples of its interval since the epoch, each its delay later, or as
 * soon as everything has come. What was missed is
 * evaluated in order, up to two hours or 120 slots, whichever is longer; beyond that the newest slot alone. A clock that went back makes nothing due.
 */
export function planSlots(
  tenant: string,
  rule: AlertRule,
  { cursor }: Pick<RuleDocument, "cursor">,
  given: {
    readonly now: number;
    readonly most: number;
    /** Up to when everything the rule looks at has come, by the word of its sources; undefined = nobody says. */
    readonly completeUntil?: number | undefined;
  },
): PlannedSlots {
  const intervalMs = rule.intervalSeconds * SECOND;
  const readyAt = given.now - rule.delaySeconds * SECOND - spread(tenant, rule);
  const completeAt = Math.min(given.completeUntil ?? -Infinity, given.now);
  const newest = Math.floor(Math.max(readyAt, completeAt) / intervalMs) * intervalMs;
  const first = cursor === null ? newest : cursor + intervalMs;
  if (newest < first) return { slots: [], skipped: 0, skipTo: 0, isBehind: false };
  const missed = (newest - first) / intervalMs;
  const isTooMuch = missed > Math.max(CATCH_UP_MS / intervalMs, CATCH_UP_SLOTS);
  const start = isTooMuch ? newest : first;
  const due = Math.floor((newest - start) / intervalMs) + 1;
  const count = Math.min(given.most, due);
  const slots = Array.from({ length: count }, (_, at) => start + at * intervalMs);
  return { slots, skipped: isTooMuch ? Math.round(missed) : 0, skipTo: newest - intervalMs, isBehind: due > count };
}

/** All rules of one tenant and interval run together, because they share statements; tenants are spread. */
function spread(tenant: string, { intervalSeconds }: AlertRule): number {
  const most = Math.min((intervalSeconds * SECOND) / 2, MAX_SPREAD_MS);
  const hash = createHash("sha256").update(`${tenant} ${intervalSeconds}`).digest();
  return hash.readUInt32BE(0) % most;
}
