import type { BuildAcknowledgeUrl, Sender } from "../channel.js";
import type { Notice, NoticeIncident } from "../notice.js";
import { listImageLinks } from "../list-image-links.js";
import type { NoticeImages } from "../notice-image.js";
import { buildAlertsLink, buildIncidentLink } from "../text/build-link.js";
import { buildAcknowledgeLink } from "../text/build-acknowledge-link.js";
import { cutText } from "../text/cut-text.js";
import { describeIncident } from "../text/describe-incident.js";
import { escapeSlack } from "../text/escape-slack.js";
import { renderHeadline } from "../text/render-headline.js";

/** SLACK_LIMITS are Slack's own, but for `text` and `total`: messages near 13,200 characters are refused as `msg_blocks_too_long`. */
export const SLACK_LIMITS = {
  text: 4_000,
  header: 150,
  section: 3_000,
  blocks: 50,
  total: 12_000,
  incidents: 10,
} as const;

/** SlackBlock is one block of a message, as Slack's Block Kit names them. */
export interface SlackBlock {
  readonly type: "header" | "section" | "context" | "divider";
  readonly text?: SlackText;
  readonly elements?: readonly SlackText[];
}

interface SlackText {
  readonly type: "plain_text" | "mrkdwn";
  readonly text: string;
}

/** SlackPayload is a message of an incoming webhook. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks?: readonly SlackBlock[];
  /** Pictures, where there are any. TRICKY: a block with a picture that Slack cannot load refuses the whole message; an attachment is left out. */
  readonly attachments?: readonly { readonly fallback: string; readonly image_url: string }[];
}

/** buildSlackPayload writes a notice for Slack and what is compatible with it; the minimal one is text alone. */
export function buildSlackPayload(
  notice: Notice,
  options: {
    readonly sender: Sender;
    readonly isMinimal: boolean;
    readonly buildAcknowledgeUrl?: BuildAcknowledgeUrl;
    readonly images?: NoticeImages | undefined;
  },
): SlackPayload {
  const { sender, isMinimal } = options;
  const headline = renderHeadline(notice);
  const text = cutEscaped([headline, ...notice.remarks].join("\n"), SLACK_LIMITS.text);
  if (isMinimal) return { text };
  const shown = notice.incidents.slice(0, SLACK_LIMITS.incidents);
  const blocks: SlackBlock[] = [
    { type: "header", text: { type: "plain_text", text: cutText(headline, SLACK_LIMITS.header) } },
    ...notice.remarks.map(buildSection),
    ...shown.map((incident) => buildIncidentSection(incident, options)),
    buildFoot(notice, sender, notice.incidents.length - shown.length + notice.more),
  ];
  const attachments = listImageLinks(notice, options.images).map(({ alt, url }) => ({
    fallback: cutEscaped(alt, SLACK_LIMITS.header),
    image_url: url,
  }));
  const room = SLACK_LIMITS.total - text.length - JSON.stringify(attachments).length;
  return { text, blocks: keepWithin(blocks, room), ...(attachments.length === 0 ? {} : { attachments }) };
}

function buildIncidentSection(
  incident: NoticeIncident,
  { sender, buildAcknowledgeUrl }: { readonly sender: Sender; readonly buildAcknowledgeUrl?: BuildAcknowledgeUrl },
): SlackBlock {
  const { title, summary, facts } = describeIncident(incident);
  const link = buildIncidentLink(sender, incident.incident);
  const head = link === null ? `*${escapeSlack(title)}*` : `*<${link}|${escapeSlack(title)}>*`;
  const take = buildAcknowledgeLink(incident, buildAcknowledgeUrl);
  const foot = take === null ? "" : `\n<${take}|Acknowledge>`;
  const rest = [summary, ...facts.map(([name, value]) => `${name}: ${value}`)].filter((line) => line !== "");
  const room = SLACK_LIMITS.section - head.length - foot.length - 1;
  // A title may be longer than a section; then it goes without its links, which must not be cut.
  if (room < 0) return buildSection(title);
  const text = `${`${head}\n${cutEscaped(rest.join("\n"), room)}`.trim()}${foot}`;
  return { type: "section", text: { type: "mrkdwn", text } };
}

function buildSection(text: string): SlackBlock {
  return { type: "section", text: { type: "mrkdwn", text: cutEscaped(text, SLACK_LIMITS.section) } };
}

function buildFoot({ delivery }: Notice, sender: Sender, more: number): SlackBlock {
  const link = buildAlertsLink(sender);
  const left = more > 0 ? `and ${more} more · ` : "";
  const place = link === null ? escapeSlack(sender.productName) : `<${link}|${escapeSlack(sender.productName)}>`;
  return { type: "context", elements: [{ type: "mrkdwn", text: `${left}${place} · ${delivery}` }] };
}

/** Cuts before it escapes, so that no entity is cut, and as much shorter as the escapes are longer. */
function cutEscaped(text: string, limit: number): string {
  for (let room = limit; room > 0; room -= Math.max(1, escapeSlack(cutText(text, room)).length - limit)) {
    const escaped = escapeSlack(cutText(text, room));
    if (escaped.length <= limit) return escaped;
  }
  return "";
}

/** The header and the foot stay; incidents are left out from the end until the rest fits. */
function keepWithin(blocks: readonly SlackBlock[], total: number): SlackBlock[] {
  const [foot] = blocks.slice(-1);
  const kept: SlackBlock[] = [];
  let used = foot === undefined ? 0 : countCharacters(foot);
  for (const block of blocks.slice(0, -1)) {
    used += countCharacters(block);
    if (used > total || kept.length >= SLACK_LIMITS.blocks - 1) break;
    kept.push(block);
  }
  return foot === undefined ? kept : [...kept, foot];
}

function countCharacters(block: SlackBlock): number {
  return JSON.stringify(block).length;
}
