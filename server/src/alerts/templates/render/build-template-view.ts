import type { Notice, NoticeIncident } from "../../channels/notice.js";
import { describeIncident } from "../../channels/text/describe-incident.js";
import { findWorstSeverity, renderHeadline, renderPlace } from "../../channels/text/render-headline.js";
import { renderInstant } from "../../channels/text/render-instant.js";
import { renderNumber } from "../../channels/text/render-number.js";
import type { TemplateView } from "./render-template.js";

/** buildTemplateView makes of a notice what templates can reach: what `TEMPLATE_VARIABLES` lists and nothing else. Links and remarks are not in it; channels put them themselves. */
export function buildTemplateView(notice: Notice): TemplateView {
  const firing = notice.incidents.filter(({ state }) => state === "firing");
  const resolvedCount = notice.incidents.length - firing.length;
  const incidents = notice.incidents.map(buildIncidentView);
  return {
    headline: renderHeadline(notice),
    kind: notice.kind.replace("_", " "),
    severity: findWorstSeverity(firing.length > 0 ? firing : notice.incidents),
    time: renderInstant(notice.at),
    count: String(notice.incidents.length + notice.more),
    firingCount: String(firing.length),
    resolvedCount: String(resolvedCount),
    more: notice.more === 0 ? "" : String(notice.more),
    isFiring: firing.length > 0,
    isResolved: firing.length === 0,
    isAcknowledged: notice.kind === "acknowledged",
    isEscalated: notice.kind === "escalated",
    isNoData: notice.kind === "no_data",
    isDigest: notice.kind === "digest",
    isGrouped: notice.incidents.length + notice.more > 1,
    first: incidents[0] ?? {},
    incidents,
  };
}

function buildIncidentView(incident: NoticeIncident): TemplateView {
  const { rule, place, state, reason, acknowledged, firedAt, resolvedAt, windowSeconds } = incident;
  const { title, facts } = describeIncident(incident);
  const instant = (at: number | null) => (at === null ? "" : renderInstant(at));
  const number = (value: number | null) => (value === null ? "" : renderNumber(value));
  return {
    ...{ title, rule: rule.name, severity: rule.severity, state, summary: incident.summary },
    ...{ place: renderPlace(incident), client: place.client ?? "", store: place.store ?? "" },
    ...{ channel: place.channel ?? "", partner: place.partner ?? "" },
    ...{ value: number(incident.value), threshold: number(incident.threshold) },
    window: windowSeconds === null ? "" : `${windowSeconds} s`,
    ...{ since: instant(firedAt), until: instant(resolvedAt), reason: reason?.replaceAll("_", " ") ?? "" },
    ...{ acknowledgedBy: acknowledged?.by ?? "", acknowledgedAt: instant(acknowledged?.at ?? null) },
    runbook: incident.runbook ?? "",
    isFiring: state === "firing",
    isResolved: state === "resolved",
    isNew: incident.isNew,
    isNoData: reason === "no_data",
    isAcknowledged: acknowledged != null,
    labels: { ...incident.labels },
    facts: facts.map(([name, value]) => ({ name, value })),
  };
}
