import type { EventDocument } from "../../../events/event-document.js";
import type { SimulatedClient } from "../../simulation.js";
import type { OrderFacts } from "./order-facts.js";

/** buildOrderFields gives the fields all events of one order share when they come from `source`. */
export function buildOrderFields(
  client: SimulatedClient,
  order: OrderFacts,
  source: string,
): Pick<EventDocument, "client" | "source" | "channel" | "partner" | "correlation"> {
  return {
    client: client.id,
    source,
    channel: order.channel,
    ...(order.partner === "" ? undefined : { partner: order.partner }),
    correlation: order.id,
  };
}
