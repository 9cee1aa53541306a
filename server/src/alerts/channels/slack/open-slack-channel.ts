import type { Wire } from "../../wire/wire.js";
import { brandSender } from "../brand-sender.js";
import type { Channel, Sender } from "../channel.js";
import { postNotice } from "../post-notice.js";
import { buildSlackPayload } from "./build-slack-payload.js";
import { judgeSlackAnswer } from "./judge-slack-answer.js";

/** openSlackChannel posts to incoming webhooks of Slack and of what is compatible with them. */
export function openSlackChannel(parts: { readonly wire: Wire; readonly sender: Sender }): Channel<"slack"> {
  return {
    kind: "slack",
    send({ notice, target: { url }, isMinimal, now, buildAcknowledgeUrl, brand, wording, images }) {
      const sender = brandSender(parts.sender, brand);
      const body = JSON.stringify(
        buildSlackPayload(notice, { sender, isMinimal, buildAcknowledgeUrl, wording, images }),
      );
      return postNotice(parts, { url, body, delivery: notice.delivery, secrets: [url], now }, judgeSlackAnswer);
    },
  };
}
