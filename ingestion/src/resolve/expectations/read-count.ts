import type { EventDocument } from "../../events/event-document.js";

const MOST = 100_000;

/** readCount gives how many an event counts for: a fixed number, or what an attribute says; 1 where that is no whole number above 0. */
export function readCount(event: EventDocument, count: number | { readonly attribute: string }): number {
  if (typeof count === "number") return count;
  const said = Number(event.attributes?.[count.attribute]);
  return Number.isInteger(said) && said > 0 ? Math.min(said, MOST) : 1;
}
