import type { AlertTemplateMedium } from "../../../graphql/operations.js";

/** TemplateMediumWords say what a medium is called and what its two texts are there. */
export interface TemplateMediumWords {
  readonly medium: AlertTemplateMedium;
  readonly title: string;
  readonly note: string;
  readonly titleLabel: string;
  readonly textLabel: string;
}

/** TEMPLATE_MEDIA are the kinds of channel that can be worded. */
export const TEMPLATE_MEDIA: readonly TemplateMediumWords[] = [
  {
    ...{ medium: "MAIL", title: "Mails", titleLabel: "Subject", textLabel: "Text" },
    note: "subject and text of every mail",
  },
  {
    ...{ medium: "CHAT", title: "Chats", titleLabel: "Title", textLabel: "Text" },
    note: "Slack, what is compatible with it, and Microsoft Teams",
  },
  {
    ...{ medium: "ON_CALL", title: "On-call services", titleLabel: "Summary", textLabel: "Details" },
    note: "PagerDuty and what is compatible with it",
  },
];

/** findTemplateMedium gives the words of a medium; a word that is none gives mails. */
export function findTemplateMedium(medium: string | undefined): TemplateMediumWords {
  const [first] = TEMPLATE_MEDIA;
  const found = TEMPLATE_MEDIA.find((each) => each.medium === medium?.toUpperCase()) ?? first;
  if (found === undefined) throw new Error("there are no media");
  return found;
}
