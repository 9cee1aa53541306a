/** renderNumber writes a number as Go does with %v: the shortest form, with an exponent below 1e-4 and from 1e21 on. */
export function renderNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  if (Object.is(value, -0)) return "-0";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e21)) return writeExponent(value.toExponential());
  return size < 1 ? writePlain(value) : String(value);
}

/** renderPlainNumber writes a number without an exponent, however long it gets. */
export function renderPlainNumber(value: number): string {
  if (!Number.isFinite(value) || (Math.abs(value) < 1e21 && Math.abs(value) >= 1)) return renderNumber(value);
  if (Math.abs(value) >= 1e21) return BigInt(value).toString();
  return Object.is(value, -0) ? "-0" : writePlain(value);
}

function writeExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

/** A number below 1, without an exponent and not rounded. */
function writePlain(value: number): string {
  const [digits = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const shift = -Number(exponent);
  const sign = value < 0 ? "-" : "";
  if (value === 0) return `${sign}0`;
  return `${sign}0.${"0".repeat(shift - 1)}${digits.replace(".", "")}`;
}
