import type { DeliveryState } from "../../../graphql/operations.js";
import type { DeliveryFilter } from "./deliveries-query.js";

/** DeliverySearch is what the address says of the log: `open` is the message that is read. */
export interface DeliverySearch {
  readonly contact?: string | undefined;
  readonly state?: string | undefined;
  readonly incident?: string | undefined;
  readonly open?: string | undefined;
}

/** DELIVERY_STATES are the states one can choose, with their words. */
export const DELIVERY_STATES: readonly { readonly state: DeliveryState; readonly words: string }[] = [
  { state: "DEAD", words: "Given up" },
  { state: "PENDING", words: "Queued or tried again" },
  { state: "SENDING", words: "Being sent" },
  { state: "DELIVERED", words: "Delivered" },
  { state: "CANCELLED", words: "Not sent" },
];

/** readDeliveryFilter reads the filter of an address; a state that is none chooses nothing. */
export function readDeliveryFilter({ contact, state, incident }: DeliverySearch): DeliveryFilter {
  const known = DELIVERY_STATES.find((each) => each.state.toLowerCase() === state);
  return { contact: contact ?? null, state: known?.state ?? null, incident: incident ?? null };
}
