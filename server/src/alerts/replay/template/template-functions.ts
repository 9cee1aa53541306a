import { formatValue } from "./format-value.js";

/** TemplateValue is what expressions in templates are about. */
export type TemplateValue = string | number | boolean;

/** isTruthy tells whether an `if` holds: nothing empty, no zero. */
export function isTruthy(value: TemplateValue | undefined): boolean {
  return value !== undefined && value !== "" && value !== 0 && value !== false;
}

type TemplateFunction = (args: readonly TemplateValue[]) => TemplateValue;

const first = ([value = ""]: readonly TemplateValue[]) => value;
const compare =
  (holds: (left: TemplateValue, right: TemplateValue) => boolean): TemplateFunction =>
  ([left = "", right = ""]) =>
    holds(left, right);

/** TEMPLATE_FUNCTIONS are those of Go and of Prometheus that labels are made with. */
export const TEMPLATE_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  eq: ([left, ...others]) => others.some((other) => other === left),
  ne: compare((left, right) => left !== right),
  lt: compare((left, right) => left < right),
  le: compare((left, right) => left <= right),
  gt: compare((left, right) => left > right),
  ge: compare((left, right) => left >= right),
  and: (args) => args.find((one) => !isTruthy(one)) ?? args.at(-1) ?? "",
  or: (args) => args.find((one) => isTruthy(one)) ?? args.at(-1) ?? "",
  not: (args) => !isTruthy(first(args)),
  len: (args) => new TextEncoder().encode(String(first(args))).length,
  toUpper: (args) => String(first(args)).toUpperCase(),
  toLower: (args) => String(first(args)).toLowerCase(),
  title: (args) =>
    String(first(args)).replaceAll(
      /(^|[\s\-_./])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  printf: ([format = "", ...values]) => formatValue(String(format), values),
  print: (args) => args.map((one) => formatValue("%v", [one])).join(""),
  humanize: (args) => humanize(Number(first(args)), 1_000),
  humanize1024: (args) => humanize(Number(first(args)), 1_024),
  humanizePercentage: (args) => formatValue("%.4g%%", [Number(first(args)) * 100]),
  humanizeDuration: (args) => humanizeDuration(Number(first(args))),
  reReplaceAll: ([pattern = "", replacement = "", text = ""]) =>
    String(text).replaceAll(new RegExp(String(pattern), "g"), String(replacement).replaceAll(/\$\{(\w+)\}/g, "$$$1")),
  match: ([pattern = "", text = ""]) => new RegExp(String(pattern)).test(String(text)),
};

const LARGE = {
  1_000: ["k", "M", "G", "T", "P", "E", "Z", "Y"],
  1_024: ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"],
};
const SMALL = ["m", "u", "n", "p", "f", "a", "z", "y"];

function humanize(value: number, base: 1_000 | 1_024): string {
  let [size, prefix] = [value, ""];
  if (value === 0 || !Number.isFinite(value) || (base === 1_024 && Math.abs(value) <= 1))
    return formatValue("%.4g", [value]);
  if (Math.abs(value) >= 1)
    for (const next of LARGE[base]) {
      if (Math.abs(size) < base) break;
      [size, prefix] = [size / base, next];
    }
  else
    for (const next of SMALL) {
      if (Math.abs(size) >= 1) break;
      [size, prefix] = [size * base, next];
    }
  return `${formatValue("%.4g", [size])}${prefix}`;
}

function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return formatValue("%.4g", [value]);
  if (value === 0) return "0s";
  if (Math.abs(value) < 1) {
    let [size, prefix] = [value, ""];
    for (const next of SMALL) {
      if (Math.abs(size) >= 1) break;
      [size, prefix] = [size * 1_000, next];
    }
    return `${formatValue("%.4g", [size])}${prefix}s`;
  }
  const sign = value < 0 ? "-" : "";
  const whole = Math.trunc(Math.abs(value));
  const [days, hours, minutes, seconds] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3_600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  if (days > 0) return `${sign}${days}d ${hours}h ${minutes}m ${seconds}s`;
  if (hours > 0) return `${sign}${hours}h ${minutes}m ${seconds}s`;
  if (minutes > 0) return `${sign}${minutes}m ${seconds}s`;
  return `${formatValue("%.4g", [value])}s`;
}
