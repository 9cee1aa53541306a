import { renderNumber } from "../promql/render-number.js";

const VERB = /%(?<flags>[-+0 ]*)(?<width>\d+)?(?:\.(?<digits>\d+))?(?<verb>[a-zA-Z%])/g;

/** formatValue writes values into a text as Go's Printf does, for the verbs that labels use: v, s, q, d, t, f, e, g. */
export function formatValue(format: string, values: readonly (string | number | boolean)[]): string {
  let place = 0;
  return format.replaceAll(VERB, (...found: unknown[]) => {
    // NOTE: the last argument of a replacer holds the named groups of the expression above.
    const { flags = "", width, digits, verb = "v" } = found.at(-1) as Record<string, string | undefined>;
    if (verb === "%") return "%";
    const value = values[place];
    place += 1;
    if (value === undefined) return `%!${verb}(MISSING)`;
    const text = writeValue(value, verb, digits === undefined ? undefined : Number(digits));
    const signed = flags.includes("+") && typeof value === "number" && value >= 0 ? `+${text}` : text;
    if (width === undefined) return signed;
    if (flags.includes("-")) return signed.padEnd(Number(width));
    return signed.padStart(Number(width), flags.includes("0") ? "0" : " ");
  });
}

function writeValue(value: string | number | boolean, verb: string, digits: number | undefined): string {
  if (typeof value !== "number") {
    if (verb === "q") return JSON.stringify(String(value));
    return digits === undefined ? String(value) : String(value).slice(0, digits);
  }
  if (!Number.isFinite(value)) return renderNumber(value);
  switch (verb) {
    case "f":
      return value.toFixed(digits ?? 6);
    case "e":
      return value.toExponential(digits ?? 6).replace(/e([+-])(\d)$/, "e$10$2");
    case "g":
      return digits === undefined ? renderNumber(value) : writeShort(value, Math.max(digits, 1));
    case "d":
      return String(Math.trunc(value));
    default:
      return renderNumber(value);
  }
}

/** %.4g: so many digits in all, without zeros at the end, with an exponent where the number does not fit. */
function writeShort(value: number, digits: number): string {
  if (value === 0) return "0";
  const exponent = Number(value.toExponential(digits - 1).split("e")[1]);
  if (exponent < -4 || exponent >= digits)
    return value
      .toExponential(digits - 1)
      .replace(/\.?0+e/, "e")
      .replace(/e([+-])(\d)$/, "e$10$2");
  const plain = value.toFixed(Math.max(digits - 1 - exponent, 0));
  return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
}
