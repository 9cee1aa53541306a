import type { ContactKind } from "../channels/contact-target.js";

/** TEMPLATE_MEDIA is the closed list of what a template is written for: mails, chats, and the summary of on-call services. */
export const TEMPLATE_MEDIA = ["mail", "chat", "on_call"] as const;

/** TemplateMedium is one of `TEMPLATE_MEDIA`. */
export type TemplateMedium = (typeof TEMPLATE_MEDIA)[number];

/** MEDIUM_CHANNELS names the channels of each medium. */
export const MEDIUM_CHANNELS = {
  mail: ["email"],
  chat: ["slack", "teams"],
  on_call: ["pagerduty"],
} as const satisfies Readonly<Record<TemplateMedium, readonly ContactKind[]>>;

/** WordedChannel is a channel whose text can be a tenant's own. */
export type WordedChannel = (typeof MEDIUM_CHANNELS)[TemplateMedium][number];

/** findMedium returns the medium of a channel; undefined = its form is fixed, as that of signed webhooks. */
export function findMedium(channel: string): TemplateMedium | undefined {
  return TEMPLATE_MEDIA.find((medium) => MEDIUM_CHANNELS[medium].some((each) => each === channel));
}
