import type { Wire } from "../../wire/wire.js";
import type { Channel, Sender } from "../channel.js";
import { listTargetSecrets } from "../contact-target.js";
import { postNotice } from "../post-notice.js";
import { buildWebhookId } from "./build-webhook-id.js";
import { buildWebhookPayload } from "./build-webhook-payload.js";
import { signWebhook } from "./sign-webhook.js";

/** openWebhookChannel posts JSON signed by Standard Webhooks 1.0: the id is the delivery's, the time that of the attempt. */
export function openWebhookChannel(parts: { readonly wire: Wire; readonly sender: Sender }): Channel<"webhook"> {
  return {
    kind: "webhook",
    send({ notice, target, isMinimal, now, buildAcknowledgeUrl, images }) {
      const body = buildWebhookPayload(notice, { sender: parts.sender, isMinimal, buildAcknowledgeUrl, images });
      const headers = { ...signWebhook({ id: buildWebhookId(notice.delivery), body, now }, target.secrets) };
      const secrets = listTargetSecrets({ kind: "webhook", ...target });
      return postNotice(parts, { url: target.url, body, headers, delivery: notice.delivery, secrets, now });
    },
  };
}
