import type { Names } from "../../../registry/build-names.js";
import { formatDuration } from "../../../format/format-duration.js";
import type { Subscription } from "./contacts-query.js";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DEFAULTS = { waitSeconds: 30, intervalSeconds: 300, repeatSeconds: 14_400 } as const;

type Place = Pick<Subscription, "client" | "channel" | "store" | "partner">;

/** describePlace says where a subscription listens, by the titles people know. */
export function describePlace({ client, channel, store, partner }: Place, names: Names): string {
  const parts = [
    client === "" ? "" : names.client(client),
    channel === "" ? "" : `channel ${names.channel(client, channel)}`,
    store === "" ? "" : names.store(client, store),
    partner === "" ? "" : names.partner(client, partner),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "All places" : parts.join(", ");
}

/** describeSeverities says how bad it must be. */
export function describeSeverities(severities: Subscription["severities"]): string {
  if (severities === null || severities.length === 3) return "any severity";
  return severities.map((word) => word.toLowerCase()).join(" and ");
}

/** describeDays names days of the week, a row of them by its ends: Mon to Fri, Sun. */
export function describeDays(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((left, right) => left - right);
  const rows: number[][] = [];
  for (const day of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && row.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  const name = (day: number | undefined): string => DAYS[(day ?? 1) - 1] ?? "";
  return rows
    .map((row) => (row.length > 2 ? `${name(row[0])} to ${name(row.at(-1))}` : row.map(name).join(", ")))
    .join(", ");
}

/** describeQuietHours says when what can wait is held back. */
export function describeQuietHours({ quietHours, bypass }: Pick<Subscription, "quietHours" | "bypass">): string {
  if (quietHours === null) return "no quiet hours";
  const windows = quietHours.windows.map(({ days, start, end }) => `${describeDays(days)} ${start} to ${end}`);
  const told = bypass.length === 0 ? "nothing passes" : `${bypass.map((word) => word.toLowerCase()).join(", ")} passes`;
  return `quiet ${windows.join("; ")} (${quietHours.zone}), ${told}`;
}

/** describeTimes says how long messages are put together, and when what goes on is told again. */
export function describeTimes(times: Pick<Subscription, "waitSeconds" | "intervalSeconds" | "repeatSeconds">): string {
  const read = (name: keyof typeof DEFAULTS): string => formatDuration(times[name] ?? DEFAULTS[name]);
  return `waits ${read("waitSeconds")}, then at most every ${read("intervalSeconds")}, again every ${read("repeatSeconds")}`;
}
