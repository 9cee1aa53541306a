import type { BuildAcknowledgeUrl, Sender } from "../channel.js";
import type { Notice, NoticeIncident } from "../notice.js";
import { listImageLinks } from "../list-image-links.js";
import type { NoticeImages } from "../notice-image.js";
import type { NoticeWording } from "../notice-wording.js";
import { buildAlertsLink, buildIncidentLink } from "../text/build-link.js";
import { buildAcknowledgeLink } from "../text/build-acknowledge-link.js";
import { cutText } from "../text/cut-text.js";
import { describeIncident } from "../text/describe-incident.js";
import { escapeSlack } from "../text/escape-slack.js";
import { nameIncident } from "../text/name-incident.js";
import { splitText } from "../text/split-text.js";
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
    readonly wording?: NoticeWording | undefined;
    readonly images?: NoticeImages | undefined;
  },
): SlackPayload {
  const { sender, isMinimal, wording } = options;
  const headline = wording?.title ?? renderHeadline(notice);
  const text = cutEscaped([headline, ...notice.remarks].join("\n"), SLACK_LIMITS.text);
  if (isMinimal) return { text };
  const shown = notice.incidents.slice(0, SLACK_LIMITS.incidents);
  // A template says what there is to say: of an incident its links are left.
  const hasLinks = sender.publicUrl !== null;
  const header: SlackBlock = {
    type: "header",
    text: { type: "plain_text", text: cutText(headline, SLACK_LIMITS.header) },
  };
  const rest: SlackBlock[] = [
    ...notice.remarks.map(buildSection),
    ...(hasLinks || wording?.text == null ? shown.map((incident) => buildIncidentSection(incident, options)) : []),
    buildFoot(notice, sender, notice.incidents.length - shown.length + notice.more),
  ];
  const attachments = listImageLinks(notice, options.images).map(({ alt, url }) => ({
    fallback: cutEscaped(alt, SLACK_LIMITS.header),
    image_url: url,
  }));
  const total = SLACK_LIMITS.total - text.length - JSON.stringify(attachments).length;
  const words = buildWords(
    wording?.text ?? "",
    total - [header, ...rest].reduce((sum, each) => sum + countCharacters(each), 0),
  );
  const blocks = keepWithin([header, ...words, ...rest], total);
  return { text, blocks, ...(attachments.length === 0 ? {} : { attachments }) };
}

/** What a template says: cut until it stands beside the links, which stay. */
function buildWords(words: string, room: number): SlackBlock[] {
  for (let length = Math.min(words.length, room); length > 0;) {
    const pieces = splitText(cutText(words, length), SLACK_LIMITS.section, (piece) => escapeSlack(piece).length);
    const blocks = pieces.map(buildSection);
    const size = blocks.reduce((sum, each) => sum + countCharacters(each), 0);
    if (size <= room) return blocks;
    length = Math.floor(Math.min(length * 0.98, (length * room) / size));
  }
  return [];
}

function buildIncidentSection(
  incident: NoticeIncident,
  {
    sender,
    buildAcknowledgeUrl,
    wording,
  }: {
    readonly sender: Sender;
    readonly buildAcknowledgeUrl?: BuildAcknowledgeUrl;
    readonly wording?: NoticeWording | undefined;
  },
): SlackBlock {
  const { title, summary, facts } = wording?.text == null ? describeIncident(incident) : nameIncident(incident);
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
  for (let room = limit; room > 0;) {
    const escaped = escapeSlack(cutText(text, room));
    if (escaped.length <= limit) return escaped;
    room = Math.min(room - 1, Math.floor((room * limit) / escaped.length));
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
