import type { BuildAcknowledgeUrl } from "../channel.js";
import type { NoticeIncident } from "../notice.js";

/** buildAcknowledgeLink is where an incident can be taken on; null when it is over, somebody has taken it on, or messages hold no such links. */
export function buildAcknowledgeLink(
  { incident, state, acknowledged }: NoticeIncident,
  buildAcknowledgeUrl: BuildAcknowledgeUrl | undefined,
): string | null {
  const isOpen = state === "firing" && acknowledged == null;
  return isOpen ? (buildAcknowledgeUrl?.(incident) ?? null) : null;
}
