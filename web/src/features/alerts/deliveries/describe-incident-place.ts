import type { Names } from "../../../registry/build-names.js";
import type { RecentIncident } from "./deliveries-query.js";

/** describeIncidentPlace says where an incident is, by the titles people know. */
export function describeIncidentPlace(
  { client, store, channel, partner }: Pick<RecentIncident, "client" | "store" | "channel" | "partner">,
  names: Names,
): string {
  if (client === null) return "all clients";
  const parts = [
    names.client(client),
    channel === null ? "" : names.channel(client, channel),
    store === null ? "" : names.store(client, store),
    partner === null ? "" : names.partner(client, partner),
  ];
  return parts.filter((part) => part !== "").join(", ");
}
