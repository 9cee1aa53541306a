import type { Budget } from "../scoring/choose-thresholds.js";
import { WATCHED_CLASSES } from "../scoring/watched-series.js";

/** More than one a day is a metric to look at, and no anomaly. */
const MAX_PER_WEEK = 7;

/** BUDGET_REFUSALS is why a budget is not taken. */
export const BUDGET_REFUSALS = ["unknown_class", "out_of_range", "notify_above_list"] as const;
/** BudgetRefusal is one of `BUDGET_REFUSALS`, with a sentence. */
export interface BudgetRefusal {
  readonly reason: (typeof BUDGET_REFUSALS)[number];
  readonly message: string;
}

/** checkBudget refuses a class that is not watched, rates that are none, and more notifications than there are anomalies. */
export function checkBudget(id: string, { listPerWeek, notifyPerWeek }: Budget): BudgetRefusal | undefined {
  if (!WATCHED_CLASSES.some((watched) => watched.id === id))
    return { reason: "unknown_class", message: `"${id}" is not watched. Ask \`anomalyClasses { id }\` for what is.` };
  const isRate = (rate: number) => rate > 0 && rate <= MAX_PER_WEEK;
  if (!isRate(listPerWeek) || !isRate(notifyPerWeek))
    return { reason: "out_of_range", message: `Rates are above 0 and at most ${MAX_PER_WEEK} a series and week.` };
  if (notifyPerWeek > listPerWeek)
    return { reason: "notify_above_list", message: "What is notified is listed: notify at most as much as is listed." };
  return undefined;
}
