import type { Channels, ChannelMessage } from "../channels/channel.js";
import type { ContactTarget } from "../channels/contact-target.js";
import type { SendOutcome } from "../channels/send-outcome.js";

/** TargetMessage is a message without its target. */
export type TargetMessage = Omit<ChannelMessage<"email">, "target">;

/** sendToTarget sends by the channel of a target. Never rejects. */
export function sendToTarget(channels: Channels, target: ContactTarget, message: TargetMessage): Promise<SendOutcome> {
  switch (target.kind) {
    case "email":
      return channels.email.send({ ...message, target });
    case "slack":
      return channels.slack.send({ ...message, target });
    case "teams":
      return channels.teams.send({ ...message, target });
    case "pagerduty":
      return channels.pagerduty.send({ ...message, target });
    case "webhook":
      return channels.webhook.send({ ...message, target });
  }
}
