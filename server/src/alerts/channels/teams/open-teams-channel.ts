import type { Wire } from "../../wire/wire.js";
import { brandSender } from "../brand-sender.js";
import type { Channel, Sender } from "../channel.js";
import { postNotice } from "../post-notice.js";
import { buildTeamsPayload } from "./build-teams-payload.js";

/** openTeamsChannel posts to workflows of Microsoft Teams. A workflow that accepts (202) may fail later without telling us. */
export function openTeamsChannel(parts: { readonly wire: Wire; readonly sender: Sender }): Channel<"teams"> {
  return {
    kind: "teams",
    send({ notice, target: { url }, isMinimal, now, buildAcknowledgeUrl, brand, wording, images }) {
      const sender = brandSender(parts.sender, brand);
      const body = JSON.stringify(
        buildTeamsPayload(notice, { sender, isMinimal, buildAcknowledgeUrl, wording, images }),
      );
      return postNotice(parts, { url, body, delivery: notice.delivery, secrets: [url], now });
    },
  };
}
