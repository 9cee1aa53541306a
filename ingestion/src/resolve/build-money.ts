import type { EventDocument } from "../events/event-document.js";

/** buildMoney writes an amount as decimal text with at most four decimals, which is what storage keeps exactly. */
export function buildMoney(event: EventDocument): { amount: string; currency: string } | undefined {
  if (event.money === undefined || event.money === null) return undefined;
  return { amount: Number(event.money.amount).toFixed(4), currency: event.money.currency };
}
