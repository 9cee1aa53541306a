import type { BuildAcknowledgeUrl, Sender } from "../channel.js";
import type { Notice, NoticeIncident } from "../notice.js";
import type { NoticeWording } from "../notice-wording.js";
import { buildAlertsLink, buildIncidentLink } from "../text/build-link.js";
import { buildAcknowledgeLink } from "../text/build-acknowledge-link.js";
import { cutText } from "../text/cut-text.js";
import { describeIncident, type IncidentText } from "../text/describe-incident.js";
import { escapeHtml } from "../text/escape-html.js";
import { keepOneLine } from "../text/keep-one-line.js";
import { nameIncident } from "../text/name-incident.js";
import { renderHeadline } from "../text/render-headline.js";
import { LOGO_ID } from "./build-logo.js";
import type { MailImage } from "./build-mail-images.js";

/** MAX_SUBJECT characters: what mail programs show of a subject, and more. */
export const MAX_SUBJECT = 150;
const MAX_LISTED = 100;

/** MailText is the readable part of a mail. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** MailLinks are where a reader can go, whatever the wording; null = the line is left out. */
export interface MailLinks {
  readonly sender: Sender;
  readonly manageUrl: string | null;
  readonly buildAcknowledgeUrl?: BuildAcknowledgeUrl;
  readonly wording?: NoticeWording | undefined;
  /** What travels with the mail; absent = nothing does. */
  readonly pictures?: MailPictures;
}

/** MailPictures are the pictures that travel with a mail. */
export interface MailPictures {
  readonly hasLogo: boolean;
  readonly charts: readonly Pick<MailImage, "incident" | "cid" | "alt">[];
}

interface MailPart {
  readonly incident: IncidentText;
  readonly link: string | null;
  /** Where it can be acknowledged. */
  readonly take: string | null;
  readonly chart: MailPictures["charts"][number] | undefined;
}

/** buildMail writes a notice as text and as HTML without styles of a sheet, scripts, or pictures that would have to be loaded; every word from outside is escaped. */
export function buildMail(notice: Notice, links: MailLinks, isMinimal = false): MailText {
  const { sender, manageUrl, pictures } = links;
  const headline = links.wording?.title ?? renderHeadline(notice);
  const words = isMinimal ? "" : (links.wording?.text ?? "");
  const shown = isMinimal ? [] : notice.incidents.slice(0, MAX_LISTED);
  const all = shown.map((incident) => buildPart(incident, links));
  // A template says what there is to say: of an incident its links are left.
  const parts = words === "" ? all : all.filter(({ link, take, chart }) => link ?? take ?? chart);
  const more = notice.incidents.length - shown.length + notice.more;
  const remarks = [...notice.remarks, ...(more > 0 ? [`and ${more} more`] : [])];
  const foot: [string, string | null][] = [
    [`All alerts`, buildAlertsLink(sender)],
    [`Change or end these mails`, manageUrl],
  ];
  return {
    subject: cutText(keepOneLine(headline), MAX_SUBJECT),
    text: renderText(headline, { words, remarks, parts, foot, notice, sender }),
    html: renderHtml(headline, { words, remarks, parts, foot, notice, sender, hasLogo: pictures?.hasLogo === true }),
  };
}

interface Content {
  /** What a template says in place of the incidents; '' = there is none. */
  readonly words: string;
  readonly remarks: readonly string[];
  readonly parts: readonly MailPart[];
  readonly foot: readonly (readonly [string, string | null])[];
  readonly notice: Notice;
  readonly sender: Sender;
}

function buildPart(incident: NoticeIncident, { sender, buildAcknowledgeUrl, wording, pictures }: MailLinks): MailPart {
  const take = buildAcknowledgeLink(incident, buildAcknowledgeUrl);
  const words = wording?.text == null ? describeIncident(incident) : nameIncident(incident);
  const chart = pictures?.charts.find((each) => each.incident === incident.incident);
  return { incident: words, link: buildIncidentLink(sender, incident.incident), take, chart };
}

function renderText(headline: string, { words, remarks, parts, foot, notice, sender }: Content): string {
  const blocks = parts.map(({ incident: { title, summary, facts }, link, take }) =>
    [
      ...[title, summary, ...facts.map(([name, value]) => `  ${name}: ${value}`), link ?? ""],
      take === null ? "" : `Acknowledge: ${take}`,
    ]
      .filter((line) => line !== "")
      .join("\n"),
  );
  const links = foot.flatMap(([name, url]) => (url === null ? [] : [`${name}: ${url}`]));
  const last = [...links, `${sender.productName} · ${notice.delivery}`].join("\n");
  return [headline, words, ...remarks, ...blocks, last].filter((block) => block !== "").join("\n\n");
}

function renderHtml(
  headline: string,
  { words, remarks, parts, foot, notice, sender, hasLogo }: Content & { readonly hasLogo: boolean },
): string {
  const blocks = parts.map(({ incident, link, take, chart }) => {
    const title = escapeHtml(incident.title);
    const head = link === null ? title : `<a href="${escapeHtml(link)}">${title}</a>`;
    const button = take === null ? "" : `<p><a href="${escapeHtml(take)}">Acknowledge</a></p>`;
    return `<h2 style="font-size:16px">${head}</h2>${renderBody(incident, chart)}${button}`;
  });
  const links = foot.flatMap(([name, url]) => (url === null ? [] : [`<a href="${escapeHtml(url)}">${name}</a>`]));
  const last = [...links, escapeHtml(`${sender.productName} · ${notice.delivery}`)].join(" · ");
  return [
    '<!doctype html><html><body style="font-family:sans-serif">',
    renderBrand(sender, hasLogo),
    `<h1 style="font-size:20px">${escapeHtml(headline)}</h1>`,
    renderWords(words),
    ...remarks.map((remark) => `<p>${escapeHtml(remark)}</p>`),
    ...blocks,
    `<hr><p style="font-size:12px">${last}</p></body></html>`,
  ].join("");
}

function renderBody({ summary, facts }: IncidentText, chart: MailPart["chart"]): string {
  if (summary === "" && facts.length === 0) return renderChart(chart);
  const rows = facts
    .map(([name, value]) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(value)}</td></tr>`)
    .join("");
  return `<p>${escapeHtml(summary)}</p>${renderChart(chart)}<table cellpadding="4">${rows}</table>`;
}

/** Empty lines part paragraphs; each is written in the direction of its own script. */
function renderWords(words: string): string {
  return words
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p dir="auto">${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** The colour of a brand was checked when it was saved; it is checked again, because it stands in a style. */
function renderBrand({ brand, productName }: Sender, hasLogo: boolean): string {
  if (brand === undefined) return "";
  const colour = /^#[0-9a-f]{6}$/i.test(brand.colour) ? brand.colour : "#000000";
  const name = escapeHtml(productName);
  const shown = hasLogo ? `<img src="cid:${LOGO_ID}" alt="${name}" height="32">` : name;
  return `<p style="border-bottom:3px solid ${colour};padding-bottom:8px;font-weight:bold">${shown}</p>`;
}

/** As wide as a phone, at most as wide as it was drawn for. */
function renderChart(chart: MailPart["chart"]): string {
  if (chart === undefined) return "";
  const alt = escapeHtml(chart.alt);
  return `<p><img src="cid:${chart.cid}" alt="${alt}" width="640" style="width:100%;max-width:640px;height:auto"></p>`;
}
