/** WrittenAmount is what somebody wrote where a number belongs: the number, the text when it is none, undefined for nothing. */
export type WrittenAmount = number | string | undefined;

/** readAmount reads a number that somebody wrote, in units of `scale`: "25" of a scale of 0.01 is 0.25. Comma and point both divide. */
export function readAmount(text: string, scale: number): WrittenAmount {
  const plain = text.trim();
  if (plain === "") return undefined;
  const value = Number(plain.replace(",", "."));
  // Digits beyond those are made by the machine: 0.07 * 100 is 7.000000000000001.
  return Number.isFinite(value) ? Number((value * scale).toPrecision(12)) : plain;
}

/** writeAmount writes a number for a field, in units of `scale`. */
export function writeAmount(value: unknown, scale: number): string {
  if (typeof value === "number") return String(Number((value / scale).toPrecision(12)));
  return typeof value === "string" ? value : "";
}
