import type { Sender } from "../channel.js";
import type { Notice, NoticeIncident } from "../notice.js";
import { buildAlertsLink, buildIncidentLink } from "../text/build-link.js";
import { cutText } from "../text/cut-text.js";
import { describeIncident, type IncidentText } from "../text/describe-incident.js";
import { escapeHtml } from "../text/escape-html.js";
import { keepOneLine } from "../text/keep-one-line.js";
import { renderHeadline } from "../text/render-headline.js";

/** MAX_SUBJECT characters: what mail programs show of a subject, and more. */
export const MAX_SUBJECT = 150;
const MAX_LISTED = 100;

/** MailText is the readable part of a mail. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** MailLinks are where a reader can go; null = the line is left out. */
export interface MailLinks {
  readonly sender: Sender;
  readonly manageUrl: string | null;
}

interface MailPart {
  readonly incident: IncidentText;
  readonly link: string | null;
}

/** buildMail writes a notice as text and as HTML without pictures, styles of a sheet, or scripts; every word from outside is escaped. */
export function buildMail(notice: Notice, { sender, manageUrl }: MailLinks, isMinimal = false): MailText {
  const headline = renderHeadline(notice);
  const shown = isMinimal ? [] : notice.incidents.slice(0, MAX_LISTED);
  const parts = shown.map((incident) => buildPart(incident, sender));
  const more = notice.incidents.length - shown.length + notice.more;
  const remarks = [...notice.remarks, ...(more > 0 ? [`and ${more} more`] : [])];
  const foot: [string, string | null][] = [
    [`All alerts`, buildAlertsLink(sender)],
    [`Change or end these mails`, manageUrl],
  ];
  return {
    subject: cutText(keepOneLine(headline), MAX_SUBJECT),
    text: renderText(headline, { remarks, parts, foot, notice, sender }),
    html: renderHtml(headline, { remarks, parts, foot, notice, sender }),
  };
}

interface Content {
  readonly remarks: readonly string[];
  readonly parts: readonly MailPart[];
  readonly foot: readonly (readonly [string, string | null])[];
  readonly notice: Notice;
  readonly sender: Sender;
}

function buildPart(incident: NoticeIncident, sender: Sender): MailPart {
  return { incident: describeIncident(incident), link: buildIncidentLink(sender, incident.incident) };
}

function renderText(headline: string, { remarks, parts, foot, notice, sender }: Content): string {
  const blocks = parts.map(({ incident: { title, summary, facts }, link }) =>
    [title, summary, ...facts.map(([name, value]) => `  ${name}: ${value}`), link ?? ""]
      .filter((line) => line !== "")
      .join("\n"),
  );
  const links = foot.flatMap(([name, url]) => (url === null ? [] : [`${name}: ${url}`]));
  return [headline, ...remarks, ...blocks, [...links, `${sender.productName} · ${notice.delivery}`].join("\n")].join(
    "\n\n",
  );
}

function renderHtml(headline: string, { remarks, parts, foot, notice, sender }: Content): string {
  const blocks = parts.map(({ incident, link }) => {
    const title = escapeHtml(incident.title);
    const head = link === null ? title : `<a href="${escapeHtml(link)}">${title}</a>`;
    const rows = incident.facts
      .map(([name, value]) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(value)}</td></tr>`)
      .join("");
    return `<h2 style="font-size:16px">${head}</h2><p>${escapeHtml(incident.summary)}</p><table cellpadding="4">${rows}</table>`;
  });
  const links = foot.flatMap(([name, url]) => (url === null ? [] : [`<a href="${escapeHtml(url)}">${name}</a>`]));
  const last = [...links, escapeHtml(`${sender.productName} · ${notice.delivery}`)].join(" · ");
  return [
    '<!doctype html><html><body style="font-family:sans-serif">',
    `<h1 style="font-size:20px">${escapeHtml(headline)}</h1>`,
    ...remarks.map((remark) => `<p>${escapeHtml(remark)}</p>`),
    ...blocks,
    `<hr><p style="font-size:12px">${last}</p></body></html>`,
  ].join("");
}
