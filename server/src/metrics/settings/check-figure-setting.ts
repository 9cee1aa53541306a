import { RETAIL_PATTERNS, YEAR_STARTS, type RetailCalendar } from "../periods/retail-calendar.js";
import { ASSUMPTION_RULES, type Assumption } from "./metric-assumptions.js";

/** FIGURE_PROBLEMS is why a setting was not taken. */
export const FIGURE_PROBLEMS = [
  "unknown_name",
  "unknown_client",
  "value_out_of_range",
  "currency_missing",
  "currency_not_taken",
  "too_long",
  "not_found",
] as const;
/** FigureProblemCode is one of `FIGURE_PROBLEMS`. */
export type FigureProblemCode = (typeof FIGURE_PROBLEMS)[number];

/** FigureProblem says what is wrong and what to do about it. */
export interface FigureProblem {
  readonly code: FigureProblemCode;
  readonly message: string;
}

const MAX_NOTE = 1_000;
const MAX_VALUE = 1e12;
/** What is divided by. */
const ABOVE_ZERO = new Set(["severity_full_money", "severity_full_age", "health_worst_exceptions"]);

/** checkAssumption refuses what no figure could be computed with. */
export function checkAssumption(stated: Omit<Assumption, "client" | "effectiveAt">): FigureProblem | undefined {
  const { name, low, high, currency, note } = stated;
  const rule = ASSUMPTION_RULES.find((each) => each.name === name);
  if (rule === undefined) {
    const names = ASSUMPTION_RULES.map((each) => each.name).join(", ");
    return { code: "unknown_name", message: `There is no assumption "${name.slice(0, 80)}". There are: ${names}.` };
  }
  const least = ABOVE_ZERO.has(name) ? Number.MIN_VALUE : 0;
  if (!(low >= least && low <= high && high <= (rule.unit === "ratio" ? 1 : MAX_VALUE)))
    return {
      code: "value_out_of_range",
      message: `"${rule.title}" is a range from a lower to an upper bound, neither negative.`,
    };
  const isInCurrency = rule.unit === "money_per_hour" || rule.unit === "money_per_day";
  if (isInCurrency && !/^[A-Z]{3}$/.test(currency))
    return { code: "currency_missing", message: `"${rule.title}" needs a currency, such as EUR.` };
  if (!isInCurrency && currency !== "")
    return { code: "currency_not_taken", message: `"${rule.title}" has no currency.` };
  if (note.length > MAX_NOTE) return { code: "too_long", message: `A note has at most ${MAX_NOTE} characters.` };
  return undefined;
}

/** checkRetailCalendar refuses what is no calendar. */
export function checkRetailCalendar(calendar: RetailCalendar): FigureProblem | undefined {
  const { firstMonth, firstWeekday, pattern, yearStart } = calendar;
  const isWithin = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (
    isWithin(firstMonth, 12) &&
    isWithin(firstWeekday, 7) &&
    RETAIL_PATTERNS.includes(pattern) &&
    YEAR_STARTS.includes(yearStart)
  )
    return undefined;
  return { code: "value_out_of_range", message: "Months are 1 to 12, weekdays 1 (Monday) to 7 (Sunday)." };
}
