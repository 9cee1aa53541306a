import { postEvents } from "../../files/send/post-events.js";
import { SendRefused } from "../../files/send/send-refused.js";
import type { Sender } from "./sender.js";

/** buildHttpSender sends simulated events to a running installation. */
export function buildHttpSender(options: { url: string; key: string }): Sender {
  return {
    async send(events, signal) {
      const { rejected } = await postEvents({ ...options, events, signal });
      const first = rejected[0];
      if (first !== undefined)
        throw new SendRefused(`an event was refused: ${first.reason} ${first.field} ${first.detail}`);
    },
    settled: () => Promise.resolve(),
  };
}
