import { formatExact } from "../../../format/format-number.js";
import { formatFigure } from "../../../metrics/format-figure.js";

/** AlertValue is a value of a rule with what it is measured in, as `AlertRule.unit` says it. */
export interface AlertValue {
  readonly value: number | null;
  readonly unit: string;
  readonly currency?: string | null;
}

/** What is no quantity: the threshold of these is 0 and says nothing to people. */
const wordless: ReadonlySet<string> = new Set(["absence", "gates"]);

/** renderAlertValue writes a value of a rule for people: 4.5 %, 14 h, 2 gates open, nothing came. */
export function renderAlertValue({ value, unit, currency }: AlertValue): string {
  if (value === null) return "no value";
  if (unit === "absence") return value > 0 ? "nothing came" : "something came";
  if (unit === "gates") return value === 1 ? "1 gate open" : `${formatExact(value)} gates open`;
  if (unit === "score") return `score ${formatExact(Number(value.toFixed(1)))}`;
  return formatFigure(value, { unit, currency: currency ?? null });
}

/** renderAlertThreshold writes beside a value what it was held against; '' where that says nothing. */
export function renderAlertThreshold({ value, unit, currency }: AlertValue): string {
  if (value === null || wordless.has(unit) || unit === "score") return "";
  return `limit ${formatFigure(value, { unit, currency: currency ?? null })}`;
}
