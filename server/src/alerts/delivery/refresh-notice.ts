import type { Notice } from "../channels/notice.js";
import { renderInstant } from "../channels/text/render-instant.js";
import type { IncidentFacts } from "../planning/incident-facts.js";

/** Older news is no news. */
const STALE_MS = 6 * 3_600_000;

/** refreshNotice makes of news older than 6 hours what is true now: that it still fires, without what has ended; undefined = all of it has. */
export function refreshNotice(
  notice: Notice,
  facts: ReadonlyMap<string, IncidentFacts>,
  now: Date,
): Notice | undefined {
  if (notice.kind !== "fired" || now.getTime() - notice.at < STALE_MS) return notice;
  const incidents = notice.incidents.filter(
    ({ incident, state }) => state === "resolved" || facts.get(incident)?.status !== "resolved",
  );
  const firing = incidents.filter(({ state }) => state === "firing");
  if (firing.length === 0) return undefined;
  const since = Math.min(...firing.map(({ firedAt }) => firedAt ?? notice.at));
  return {
    ...notice,
    incidents,
    remarks: [...notice.remarks, `Still firing since ${renderInstant(since)}; this message was late.`],
  };
}
