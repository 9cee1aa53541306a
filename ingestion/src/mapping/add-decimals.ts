const MAX_DECIMALS = 30;

/** addDecimals adds decimal numbers written as text without the rounding of binary fractions: 0.1 + 0.2 is 0.3. */
export function addDecimals(texts: readonly string[]): number {
  const plain = texts.map((text) => text.replaceAll(",", ""));
  if (plain.some((text) => /e/i.test(text) || countDecimals(text) > MAX_DECIMALS))
    return plain.reduce((sum, text) => sum + Number(text), 0);
  const decimals = plain.reduce((most, text) => Math.max(most, countDecimals(text)), 0);
  let sum = 0n;
  for (const text of plain) {
    const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
    const units = BigInt(`${whole}${fraction.padEnd(decimals, "0")}`);
    sum += text.startsWith("-") ? -units : units;
  }
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return Number(`${sum < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}0`);
}

function countDecimals(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
