import type { ClickHouse } from "../clickhouse/clickhouse.js";

const HOUR_MS = 3_600_000;

/**
 * markDirtyHours has every hour of a tenant that touches [from, to) counted anew: for whoever changes what rows mean, such as a policy,
 * without writing them again. Call it once the change can be read. Ranges of instants at which the rows are counted, not of the change.
 */
export async function markDirtyHours(
  clickhouse: ClickHouse,
  { tenant, from, to }: { tenant: string; from: Date; to: Date },
): Promise<void> {
  const lines: string[] = [];
  const name = tenant.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
  for (let hour = Math.floor(from.getTime() / HOUR_MS); hour * HOUR_MS < to.getTime(); hour += 1)
    lines.push(`${name}\t${hour * (HOUR_MS / 1000)}\n`);
  if (lines.length === 0) return;
  const body = Buffer.from(lines.join(""));
  await clickhouse.insert({ table: "dirty_hour", columns: ["tenant", "hour"], body, mustBeSeen: true });
}
