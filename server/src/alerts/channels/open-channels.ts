import type { Wire } from "../wire/wire.js";
import type { Channels, Sender } from "./channel.js";
import type { Mailer } from "./email/mailer.js";
import { openEmailChannel } from "./email/open-email-channel.js";
import { openPagerdutyChannel } from "./pagerduty/open-pagerduty-channel.js";
import { openSlackChannel } from "./slack/open-slack-channel.js";
import { openTeamsChannel } from "./teams/open-teams-channel.js";
import { openWebhookChannel } from "./webhook/open-webhook-channel.js";

/** ChannelParts are what channels stand on. */
export interface ChannelParts {
  readonly wire: Wire;
  readonly sender: Sender;
  readonly mailer: Mailer | undefined;
}

/** openChannels lists every channel there is. */
export function openChannels(parts: ChannelParts): Channels {
  return {
    email: openEmailChannel(parts),
    slack: openSlackChannel(parts),
    teams: openTeamsChannel(parts),
    pagerduty: openPagerdutyChannel(parts),
    webhook: openWebhookChannel(parts),
  };
}
