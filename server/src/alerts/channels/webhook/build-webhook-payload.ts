import type { BuildAcknowledgeUrl, Sender } from "../channel.js";
import type { Notice, NoticeIncident, NoticeKind } from "../notice.js";
import type { NoticeImages } from "../notice-image.js";
import { buildAlertsLink, buildIncidentLink } from "../text/build-link.js";
import { buildAcknowledgeLink } from "../text/build-acknowledge-link.js";
import { cutText } from "../text/cut-text.js";
import { renderHeadline } from "../text/render-headline.js";
import { buildWebhookId } from "./build-webhook-id.js";

/** WEBHOOK_LIMIT_BYTES of a body. */
export const WEBHOOK_LIMIT_BYTES = 20_000;
const MAX_LISTED = 10;
const SHORT_LABEL_BYTES = 64;

const TYPES: Readonly<Record<NoticeKind, string>> = {
  fired: "alert.fired",
  resolved: "alert.resolved",
  acknowledged: "alert.acknowledged",
  // No webhook is told this; what would be true of it is that it fires, with nobody on it.
  unacknowledged: "alert.fired",
  escalated: "alert.escalated",
  no_data: "alert.no_data",
  digest: "alert.digest",
  rule_health: "alert.rule_health",
  test: "test",
};

/** buildWebhookPayload is the body of the generic webhook, at most 20 kB: labels and texts are cut first, then the list, and `truncated` says so. */
export function buildWebhookPayload(
  notice: Notice,
  options: {
    readonly sender: Sender;
    readonly isMinimal: boolean;
    readonly buildAcknowledgeUrl?: BuildAcknowledgeUrl;
    readonly images?: NoticeImages | undefined;
  },
): string {
  const { isMinimal } = options;
  const whole = isMinimal ? undefined : write(notice, options, { labels: "all", listed: MAX_LISTED });
  if (whole !== undefined && countBytes(whole) <= WEBHOOK_LIMIT_BYTES) return whole;
  for (const labels of ["short", "none"] as const)
    for (let listed = isMinimal ? 1 : MAX_LISTED; listed > 0; listed = Math.floor(listed / 2)) {
      const cut = write(notice, options, { labels, listed });
      if (countBytes(cut) <= WEBHOOK_LIMIT_BYTES) return cut;
    }
  return write({ ...notice, incidents: [], remarks: [] }, options, { labels: "none", listed: 0 });
}

interface Links {
  readonly sender: Sender;
  readonly buildAcknowledgeUrl?: BuildAcknowledgeUrl;
  readonly images?: NoticeImages | undefined;
}

interface Detail {
  readonly labels: "all" | "short" | "none";
  readonly listed: number;
}

function write(notice: Notice, links: Links, detail: Detail): string {
  const { kind, at, incidents } = notice;
  const isMany = kind === "digest" || incidents.length > 1;
  const [only] = incidents;
  const listed = incidents.slice(0, detail.listed).map((incident) => describe(incident, links, detail));
  const data = isMany
    ? { incidents: listed, more: incidents.length - listed.length + notice.more }
    : only === undefined
      ? {}
      : describe(only, links, detail);
  const summary = isMany || only === undefined ? { summary: cutText(renderHeadline(notice), 1_000) } : {};
  const type = isMany && kind !== "test" ? TYPES.digest : TYPES[kind];
  return JSON.stringify({
    type,
    timestamp: new Date(at).toISOString(),
    data: {
      delivery_id: buildWebhookId(notice.delivery),
      ...summary,
      ...data,
      remarks: detail.labels === "none" ? [] : notice.remarks,
      ...(isMany ? { links: { alerts: buildAlertsLink(links.sender) } } : {}),
      ...(detail.labels === "all" ? {} : { truncated: true }),
    },
  });
}

function describe(incident: NoticeIncident, { sender, buildAcknowledgeUrl, images }: Links, { labels }: Detail) {
  const link = buildIncidentLink(sender, incident.incident);
  const { client, store, channel, partner } = incident.place;
  return {
    incident_id: incident.incident,
    transition_id: incident.transition,
    seq: incident.seq,
    rule: { ...incident.rule, name: labels === "all" ? incident.rule.name : cutText(incident.rule.name, 200) },
    labels: shortenLabels(incident.labels, labels),
    scope: { client, store, channel, partner },
    state: incident.state,
    reason: incident.reason,
    active_at: renderTime(incident.activeAt),
    fired_at: renderTime(incident.firedAt),
    resolved_at: renderTime(incident.resolvedAt),
    acknowledged_at: renderTime(incident.acknowledged?.at ?? null),
    acknowledged_by: incident.acknowledged?.by ?? null,
    value: incident.value,
    threshold: incident.threshold,
    window_s: incident.windowSeconds,
    summary: labels === "all" ? incident.summary : cutText(incident.summary, 500),
    links: {
      incident: link,
      silence: link === null ? null : `${link}?silence=new`,
      ack: buildAcknowledgeLink(incident, buildAcknowledgeUrl) ?? link,
      runbook: incident.runbook,
    },
    image_url: images?.get(incident.incident)?.url ?? null,
  };
}

function shortenLabels(labels: NoticeIncident["labels"], detail: Detail["labels"]): Record<string, string> {
  if (detail === "none") return {};
  if (detail === "all") return { ...labels };
  return Object.fromEntries(
    Object.entries(labels)
      .slice(0, 50)
      .map(([name, value]) => [cutText(name, SHORT_LABEL_BYTES, "bytes"), cutText(value, SHORT_LABEL_BYTES, "bytes")]),
  );
}

function renderTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function countBytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
