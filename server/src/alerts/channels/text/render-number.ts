/** renderNumber writes six digits: they tell any threshold from its value; more are noise on a phone. */
export function renderNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}
