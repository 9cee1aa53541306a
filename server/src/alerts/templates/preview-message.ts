import type { Sender } from "../channels/channel.js";
import type { Notice } from "../channels/notice.js";
import type { NoticeWording } from "../channels/notice-wording.js";
import { buildMail, MAX_SUBJECT } from "../channels/email/build-mail.js";
import { buildPagerdutyEvent, PAGERDUTY_LIMITS } from "../channels/pagerduty/build-pagerduty-event.js";
import { buildSlackPayload, SLACK_LIMITS } from "../channels/slack/build-slack-payload.js";
import { buildTeamsPayload, TEAMS_TITLE } from "../channels/teams/build-teams-payload.js";
import type { WordedChannel } from "./template-medium.js";

/** PreviewedMessage is what a reader of one channel sees of a notice. */
export interface PreviewedMessage {
  readonly channel: WordedChannel;
  readonly title: string;
  readonly text: string;
  readonly isTitleCut: boolean;
  readonly isTextCut: boolean;
}

const TITLE_LIMITS: Readonly<Record<WordedChannel, number>> = {
  email: MAX_SUBJECT,
  slack: SLACK_LIMITS.header,
  teams: TEAMS_TITLE,
  pagerduty: PAGERDUTY_LIMITS.summary,
};

/** previewMessage builds the message that a channel would send, and reads from it what people see; words for links stand in brackets. undefined = the channel is sent a key alone, no words. */
export function previewMessage(
  channel: WordedChannel,
  { notice, wording, sender }: { readonly notice: Notice; readonly wording: NoticeWording; readonly sender: Sender },
): PreviewedMessage | undefined {
  // As long as a real one, so that what is cut is cut; but a preview gives nobody a link that acknowledges.
  const buildAcknowledgeUrl = () => (sender.publicUrl === null ? null : `${sender.publicUrl}/links/alerts/${TOKEN}`);
  const parts = { sender, wording, isMinimal: false as const, buildAcknowledgeUrl };
  const shown = READERS[channel](notice, parts);
  if (shown === undefined) return undefined;
  const isTitleCut = (wording.title?.length ?? 0) > TITLE_LIMITS[channel];
  return { channel, ...shown, isTitleCut, isTextCut: wording.text !== null && !holds(shown.text, wording.text) };
}

interface Parts {
  readonly sender: Sender;
  readonly wording: NoticeWording;
  readonly isMinimal: false;
  readonly buildAcknowledgeUrl: () => string | null;
}

const TOKEN = "0".repeat(450);
const SAMPLE_ID = /sample-\d+-0+/g;

type Shown = Pick<PreviewedMessage, "title" | "text">;

const READERS: Readonly<Record<WordedChannel, (notice: Notice, parts: Parts) => Shown | undefined>> = {
  email(notice, parts) {
    const { publicUrl } = parts.sender;
    const manageUrl = publicUrl === null ? null : `${publicUrl}/links/alerts/${TOKEN}`;
    const { subject, text } = buildMail(notice, { ...parts, manageUrl });
    return { title: subject, text: text.replaceAll(TOKEN, "…").replaceAll(SAMPLE_ID, "…") };
  },
  slack(notice, parts) {
    const { blocks = [] } = buildSlackPayload(notice, parts);
    const texts = blocks.flatMap(({ text, elements = [] }) => [...(text === undefined ? [] : [text]), ...elements]);
    const [title = "", ...rest] = texts.map(({ text }) => readSlack(text));
    return { title, text: rest.join("\n\n") };
  },
  teams(notice, parts) {
    const { body = [], actions = [] } = buildTeamsPayload(notice, parts).attachments[0]?.content ?? {};
    const [title = "", ...rest] = body.map((item) =>
      "inlines" in item ? item.inlines.map(({ text }) => text).join("") : `[${item.altText}]`,
    );
    return { title, text: [...rest, actions.map((action) => `[${action.title}]`).join(" ")].join("\n\n") };
  },
  pagerduty(notice, parts) {
    const { payload } = buildPagerdutyEvent(notice, { ...parts, routingKey: "" });
    if (payload === undefined) return undefined;
    const details = payload.custom_details?.["text"];
    return { title: payload.summary, text: typeof details === "string" ? details : "" };
  },
};

/** Slack shows `<address|words>` as a link, a line between stars as bold, and its three entities as what they are. */
function readSlack(text: string): string {
  return text
    .replaceAll(/<[^|>]*\|([^>]*)>/g, "[$1]")
    .replaceAll(/^\*(.+)\*$/gm, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Long texts are put into pieces at ends of lines, so white space is left out of it. */
function holds(shown: string, text: string): boolean {
  const squeeze = (words: string) => words.replaceAll(/\s+/g, "");
  return squeeze(shown).includes(squeeze(text));
}
