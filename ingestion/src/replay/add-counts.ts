import type { ReplayCounts } from "@watchfloor/sql";

/** addCounts adds what two pages count. */
export function addCounts(left: ReplayCounts, right: ReplayCounts): ReplayCounts {
  return {
    read: left.read + right.read,
    accepted: left.accepted + right.accepted,
    duplicates: left.duplicates + right.duplicates,
    rejected: left.rejected + right.rejected,
  };
}
