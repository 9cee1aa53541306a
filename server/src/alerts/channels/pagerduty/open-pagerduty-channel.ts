import type { Wire } from "../../wire/wire.js";
import { brandSender } from "../brand-sender.js";
import type { Channel, Sender } from "../channel.js";
import { postNotice } from "../post-notice.js";
import { buildPagerdutyEvent } from "./build-pagerduty-event.js";

/** PAGERDUTY_URL takes events of the Events API v2. */
export const PAGERDUTY_URL = "https://events.pagerduty.com/v2/enqueue";

/** openPagerdutyChannel sends events to PagerDuty, or to a compatible service at another address. */
export function openPagerdutyChannel(parts: { readonly wire: Wire; readonly sender: Sender }): Channel<"pagerduty"> {
  return {
    kind: "pagerduty",
    send({ notice, target: { routingKey, url }, isMinimal, now, brand, wording, images }) {
      const sender = brandSender(parts.sender, brand);
      const body = JSON.stringify(buildPagerdutyEvent(notice, { routingKey, sender, isMinimal, wording, images }));
      const secrets = [routingKey, ...(url === null ? [] : [url])];
      return postNotice(parts, { url: url ?? PAGERDUTY_URL, body, delivery: notice.delivery, secrets, now });
    },
  };
}
