import type { BuildAcknowledgeUrl, Sender } from "../channel.js";
import type { Notice, NoticeIncident } from "../notice.js";
import { listImageLinks } from "../list-image-links.js";
import type { NoticeImages } from "../notice-image.js";
import type { NoticeWording } from "../notice-wording.js";
import { buildAlertsLink } from "../text/build-link.js";
import { buildAcknowledgeLink } from "../text/build-acknowledge-link.js";
import { cutText } from "../text/cut-text.js";
import { describeIncident } from "../text/describe-incident.js";
import { renderHeadline } from "../text/render-headline.js";
import { splitText } from "../text/split-text.js";

/** TEAMS_LIMIT_BYTES of UTF-8: Teams refuses cards from 28 KB on, and counts what it wraps around them. */
export const TEAMS_LIMIT_BYTES = 24 * 1024;
const MAX_INCIDENTS = 10;
/** TEAMS_TITLE characters of a title are shown. */
export const TEAMS_TITLE = 300;
const MAX_TEXT = 2_000;

/** CardItem is a text of an adaptive card, made of runs, which are shown as they are: Markdown in a label stays what it is. */
export interface CardItem {
  readonly type: "RichTextBlock";
  readonly inlines: readonly CardRun[];
  readonly spacing?: "medium";
}

/** CardImage is a picture that Teams loads; one that it cannot load is shown as its words. */
export interface CardImage {
  readonly type: "Image";
  readonly url: string;
  readonly altText: string;
  readonly size: "Stretch";
}

interface CardRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "bolder";
  readonly size?: "large" | "small";
  readonly isSubtle?: boolean;
}

/** TeamsPayload is what a workflow of Teams takes: a message with one adaptive card. */
export interface TeamsPayload {
  readonly type: "message";
  readonly attachments: readonly {
    readonly contentType: "application/vnd.microsoft.card.adaptive";
    readonly contentUrl: null;
    readonly content: {
      readonly $schema: string;
      readonly type: "AdaptiveCard";
      readonly version: "1.4";
      readonly body: readonly (CardItem | CardImage)[];
      readonly actions: readonly CardAction[];
      readonly msteams: { readonly width: "Full" };
    };
  }[];
}

/** buildTeamsPayload writes a notice as an adaptive card of at most 24 KB: items are left out from the end until it fits; the minimal one is the headline. */
export function buildTeamsPayload(
  notice: Notice,
  options: {
    readonly sender: Sender;
    readonly isMinimal: boolean;
    readonly buildAcknowledgeUrl?: BuildAcknowledgeUrl;
    readonly wording?: NoticeWording | undefined;
    readonly images?: NoticeImages | undefined;
  },
): TeamsPayload {
  const { sender, isMinimal, buildAcknowledgeUrl, wording } = options;
  const headline = wording?.title ?? renderHeadline(notice);
  const head = buildText({ text: cutText(headline, TEAMS_TITLE), weight: "bolder", size: "large" });
  const foot = buildText({ text: `${sender.productName} · ${notice.delivery}`, size: "small", isSubtle: true });
  const open = listActions("Open", buildAlertsLink(sender));
  const minimal = wrap([head, foot], open);
  if (isMinimal) return minimal;
  const shown = notice.incidents.slice(0, MAX_INCIDENTS);
  // One button says nothing of which of several it is about.
  const [only] = notice.incidents;
  const take = only === undefined || shown.length > 1 ? null : buildAcknowledgeLink(only, buildAcknowledgeUrl);
  const actions = [...listActions("Acknowledge", take), ...open];
  const more = notice.incidents.length - shown.length + notice.more;
  const remarks = notice.remarks.map((text) => buildText({ text: cutText(text, MAX_TEXT) }));
  const charts = listImageLinks({ ...notice, incidents: shown }, options.images).map(buildImage);
  if (wording?.text != null)
    return fitWords(wording.text, (words) => wrap([head, ...words, ...charts, ...remarks, foot], actions)) ?? minimal;
  const items = [
    ...remarks,
    ...shown.flatMap((incident) => [
      ...buildIncident(incident),
      ...listImageLinks({ ...notice, incidents: [incident] }, options.images).map(buildImage),
    ]),
    ...(more > 0 ? [buildText({ text: `and ${more} more` })] : []),
  ];
  for (let kept = items.length; kept > 0; kept -= 1) {
    const payload = wrap([head, ...items.slice(0, kept), foot], actions);
    if (countBytes(payload) <= TEAMS_LIMIT_BYTES) return payload;
  }
  return minimal;
}

/** What a template says: cut until the card takes it. */
function fitWords(words: string, build: (items: readonly CardItem[]) => TeamsPayload): TeamsPayload | undefined {
  if (countBytes(build([])) > TEAMS_LIMIT_BYTES) return undefined;
  for (let length = Math.min(words.length, TEAMS_LIMIT_BYTES); length > 0;) {
    const payload = build(splitText(cutText(words, length), MAX_TEXT).map((text) => buildText({ text })));
    const size = countBytes(payload);
    if (size <= TEAMS_LIMIT_BYTES) return payload;
    length = Math.floor(Math.min(length * 0.98, (length * TEAMS_LIMIT_BYTES) / size));
  }
  return undefined;
}

function buildIncident(incident: NoticeIncident): CardItem[] {
  const { title, summary, facts } = describeIncident(incident);
  const items: CardItem[] = [
    {
      type: "RichTextBlock",
      spacing: "medium",
      inlines: [{ type: "TextRun", text: cutText(title, TEAMS_TITLE), weight: "bolder" }],
    },
  ];
  if (summary !== "") items.push(buildText({ text: cutText(summary, MAX_TEXT) }));
  // Facts know Markdown, runs do not.
  if (facts.length > 0)
    items.push(buildText({ text: cutText(facts.map(([name, value]) => `${name}: ${value}`).join("\n"), MAX_TEXT) }));
  return items;
}

function buildText(run: Omit<CardRun, "type">): CardItem {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", ...run }] };
}

interface CardAction {
  readonly type: "Action.OpenUrl";
  readonly title: string;
  readonly url: string;
}

function listActions(title: string, url: string | null): CardAction[] {
  return url === null ? [] : [{ type: "Action.OpenUrl", title, url }];
}

function buildImage({ alt, url }: { readonly alt: string; readonly url: string }): CardImage {
  return { type: "Image", url, altText: cutText(alt, TEAMS_TITLE), size: "Stretch" };
}

function wrap(body: readonly (CardItem | CardImage)[], actions: readonly CardAction[]): TeamsPayload {
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body,
          actions,
          msteams: { width: "Full" },
        },
      },
    ],
  };
}

function countBytes(payload: TeamsPayload): number {
  return Buffer.byteLength(JSON.stringify(payload), "utf8");
}
