import type { EventDocument } from "../events/event-document.js";

/** Money is an amount as decimal text with four decimals, which is what storage keeps exactly. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** buildMoney reads the money of an event. */
export function buildMoney({ money }: EventDocument): Money | undefined {
  if (money === undefined || money === null) return undefined;
  return { amount: Number(money.amount).toFixed(4), currency: money.currency };
}
