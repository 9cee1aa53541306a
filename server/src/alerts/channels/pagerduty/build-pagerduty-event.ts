import type { Sender } from "../channel.js";
import type { Notice, NoticeIncident } from "../notice.js";
import { listImageLinks } from "../list-image-links.js";
import type { NoticeImages } from "../notice-image.js";
import type { NoticeWording } from "../notice-wording.js";
import { buildAlertsLink, buildIncidentLink } from "../text/build-link.js";
import { cutText } from "../text/cut-text.js";
import { describeIncident } from "../text/describe-incident.js";
import { keepOneLine } from "../text/keep-one-line.js";
import { findWorstSeverity, renderHeadline, renderPlace } from "../text/render-headline.js";

/** PAGERDUTY_LIMITS: characters of the key and the summary, bytes of the whole event. */
export const PAGERDUTY_LIMITS = { dedupKey: 255, summary: 1_024, bytes: 512 * 1024 } as const;
const MAX_SOURCE = 255;

/** PagerdutyEvent is an event of the Events API v2. */
export interface PagerdutyEvent {
  readonly routing_key: string;
  readonly event_action: "trigger" | "acknowledge" | "resolve";
  readonly dedup_key: string;
  readonly client?: string;
  readonly client_url?: string;
  readonly links?: readonly { readonly href: string; readonly text: string }[];
  readonly images?: readonly { readonly src: string; readonly href?: string; readonly alt: string }[];
  readonly payload?: {
    readonly summary: string;
    readonly source: string;
    readonly severity: "critical" | "error" | "warning" | "info";
    readonly timestamp: string;
    readonly component?: string;
    readonly group?: string;
    readonly class?: string;
    readonly custom_details?: Readonly<Record<string, unknown>>;
  };
}

/** buildPagerdutyEvent makes the event of a notice. Its key is the thread, which is the incident or the one it goes on with, so a trigger that is sent again changes nothing. */
export function buildPagerdutyEvent(
  notice: Notice,
  {
    routingKey,
    sender,
    isMinimal,
    wording,
    images,
  }: {
    routingKey: string;
    sender: Sender;
    isMinimal: boolean;
    wording?: NoticeWording | undefined;
    images?: NoticeImages | undefined;
  },
): PagerdutyEvent {
  const [incident] = notice.incidents;
  const head = {
    routing_key: routingKey,
    event_action: chooseAction(notice),
    dedup_key: cutText(notice.thread, PAGERDUTY_LIMITS.dedupKey),
  };
  if (head.event_action !== "trigger") return head;
  const context = { ...buildContext(sender, incident), ...buildImages(notice, { sender, images, isMinimal }) };
  const event = { ...head, ...context, payload: buildPayload(notice, isMinimal, wording) };
  const isLarge = Buffer.byteLength(JSON.stringify(event), "utf8") > PAGERDUTY_LIMITS.bytes;
  return isLarge ? { ...head, payload: buildPayload(notice, true, wording) } : event;
}

function chooseAction({ kind }: Notice): PagerdutyEvent["event_action"] {
  if (kind === "resolved") return "resolve";
  return kind === "acknowledged" ? "acknowledge" : "trigger";
}

function buildContext(sender: Sender, incident: NoticeIncident | undefined) {
  const page = buildAlertsLink(sender);
  const link = incident === undefined ? null : buildIncidentLink(sender, incident.incident);
  const links = [
    ...(link === null ? [] : [{ href: link, text: "Incident" }]),
    ...(incident?.runbook == null ? [] : [{ href: incident.runbook, text: "Runbook" }]),
  ];
  return { client: sender.productName, ...(page === null ? {} : { client_url: page }), links };
}

function buildImages(
  notice: Notice,
  { sender, images, isMinimal }: { sender: Sender; images: NoticeImages | undefined; isMinimal: boolean },
): Pick<PagerdutyEvent, "images"> {
  const [incident] = notice.incidents;
  const href = incident === undefined ? null : buildIncidentLink(sender, incident.incident);
  const shown = isMinimal ? [] : listImageLinks(notice, images);
  const listed = shown.map(({ alt, url }) => ({ src: url, alt, ...(href === null ? {} : { href }) }));
  return listed.length === 0 ? {} : { images: listed };
}

function buildPayload(
  notice: Notice,
  isMinimal: boolean,
  wording: NoticeWording | undefined,
): NonNullable<PagerdutyEvent["payload"]> {
  const [incident] = notice.incidents;
  const place = incident === undefined ? "" : renderPlace(incident);
  const required = {
    summary: cutText(wording?.title ?? renderHeadline(notice), PAGERDUTY_LIMITS.summary),
    source: cutText(keepOneLine(place) || "all", MAX_SOURCE),
    severity: notice.kind === "rule_health" ? ("error" as const) : findWorstSeverity(notice.incidents),
    timestamp: new Date(notice.at).toISOString(),
  };
  if (isMinimal || incident === undefined) return required;
  return {
    ...required,
    component: cutText(keepOneLine(incident.rule.name), MAX_SOURCE),
    group: cutText(keepOneLine(incident.place.client ?? ""), MAX_SOURCE),
    class: cutText(keepOneLine(incident.rule.kind), MAX_SOURCE),
    custom_details: {
      ...(wording?.text == null ? {} : { text: wording.text }),
      delivery_id: notice.delivery,
      remarks: notice.remarks,
      incidents: notice.incidents.map((each) => {
        const { title, summary, facts } = describeIncident(each);
        return { title, summary, ...Object.fromEntries(facts) };
      }),
      more: notice.more,
    },
  };
}
