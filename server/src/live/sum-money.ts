import type { Amount } from "./obligations/join-obligations.js";

/** sumMoney adds amounts of the same currency, never across; sorted by currency, zero sums left out. */
export function sumMoney(amounts: readonly Amount[]): Amount[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts)
    if (currency !== "") sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, amount]) => ({ amount: Math.round(amount * 10_000) / 10_000, currency }));
}
