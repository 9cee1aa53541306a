import type { State } from "../../../ui/state-shape.js";
import type { Delivery } from "./deliveries-query.js";

/** DeliveryWords is how a message stands, in a shape and words. */
export interface DeliveryWords {
  readonly shape: State;
  readonly words: string;
}

const PURPOSES: Readonly<Record<string, string>> = {
  fired: "began",
  resolved: "is over",
  acknowledged: "somebody takes it on",
  unacknowledged: "nobody has it any more",
  escalated: "escalation",
  no_data: "no data",
  digest: "digest",
  test: "test",
};

/** describePurpose says what a message tells. */
export function describePurpose(purpose: string): string {
  return PURPOSES[purpose] ?? purpose;
}

/** describeDelivery says how a message stands: a circle arrived, a square given up, a triangle failed and tried again, hatched on its way or not sent. */
export function describeDelivery({
  state,
  lastError,
  attempts,
}: Pick<Delivery, "state" | "lastError" | "attempts">): DeliveryWords {
  switch (state) {
    case "DELIVERED":
      return { shape: "ok", words: "delivered" };
    case "DEAD":
      return { shape: "late", words: "given up" };
    case "CANCELLED":
      return { shape: "none", words: "not sent" };
    case "SENDING":
      return { shape: "none", words: "being sent" };
    case "PENDING":
      return lastError === null && attempts === 0
        ? { shape: "none", words: "queued" }
        : { shape: "risk", words: "tried again" };
  }
}
