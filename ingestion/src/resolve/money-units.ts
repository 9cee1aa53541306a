/** MoneyUnits are ten-thousandths of a currency's major unit: whole numbers, so that sums do not depend on their order. */
export type MoneyUnits = bigint;

const SCALE = 10_000n;
const DECIMALS = 4;

/** readUnits reads an amount as `buildMoney` writes it: decimal text with four decimals. */
export function readUnits(amount: string): MoneyUnits {
  return BigInt(amount.replace(".", ""));
}

/** renderUnits writes units as decimal text with four decimals. */
export function renderUnits(units: MoneyUnits): string {
  const size = units < 0n ? -units : units;
  return `${units < 0n ? "-" : ""}${size / SCALE}.${String(size % SCALE).padStart(DECIMALS, "0")}`;
}

/** toUnits rounds a number of major units. */
export function toUnits(amount: number): MoneyUnits {
  return readUnits(amount.toFixed(DECIMALS));
}
