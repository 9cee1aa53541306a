import type { Notice } from "../channels/notice.js";

/** readNotice reads the notice of a delivery. Deliveries are written by `queueNotice` alone, from a `Notice`. */
export function readNotice(payload: Readonly<Record<string, unknown>>): Notice {
  if (typeof payload["delivery"] !== "string" || !Array.isArray(payload["incidents"]))
    throw new Error("The payload of a delivery holds no notice.");
  // NOTE: what is checked above tells a notice from anything else that is stored; its fields were typed when it was written.
  return payload as unknown as Notice;
}
