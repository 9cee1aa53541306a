import { formatDecimals, formatShort } from "./format-number.js";

/** MoneyAmount is an amount in major units with its currency. */
export interface MoneyAmount {
  readonly amount: number;
  readonly currency: string;
}

/** formatMoney renders money for people: EUR 320, EUR 48.2 k, EUR 1.2 M. */
export function formatMoney(money: MoneyAmount): string {
  return `${money.currency} ${formatShort(money.amount)}`;
}

/** formatMoneyExact renders money to the cent: EUR 48,210.33. */
export function formatMoneyExact(money: MoneyAmount): string {
  return `${money.currency} ${formatDecimals(money.amount, 2)}`;
}

/** formatMoneyList renders amounts of several currencies, largest first, never added up; an empty list gives "". */
export function formatMoneyList(
  list: readonly MoneyAmount[],
  render: (money: MoneyAmount) => string = formatMoney,
): string {
  return [...list]
    .filter((money) => money.amount !== 0)
    .sort((a, b) => b.amount - a.amount)
    .map(render)
    .join(" + ");
}
