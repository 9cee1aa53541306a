import type { CatalogueFacts, ExceptionFact, FactRange, RunFact } from "./catalogue-facts.js";
import { independentMaths } from "./independent-maths.js";

const { countOf, percentile, share, sumOf } = independentMaths;

const FAR = 8.64e15;
const DAY = 86_400_000;

/** computeSeverity is 100 x the weighted mean of money, compliance, impact and age, by the standard weights. */
export function computeSeverity(exception: ExceptionFact, t: number): number {
  const money = Math.min(1, Math.log10(1 + exception.money) / Math.log10(100_001));
  const age = Math.min(1, (t - exception.raised) / (7 * DAY));
  return 100 * (0.4 * money + 0.3 * exception.compliance + 0.2 * exception.impact + 0.1 * age);
}

/** computeExceptions answers the figures of exceptions by their definitions in words. */
export function computeExceptions(facts: CatalogueFacts, range: FactRange): Record<string, () => number | null> {
  const { exceptions } = facts;
  const t = range.to;
  const isIn = (ms: number | undefined) => ms !== undefined && ms >= range.from && ms < range.to;
  const open = exceptions.filter((each) => each.raised < t && (each.resolved ?? FAR) >= t);
  const raised = exceptions.filter((each) => isIn(each.raised));
  const ages = [
    ...exceptions.filter((each) => isIn(each.resolved)).map((each) => ((each.resolved ?? 0) - each.raised) / 1000),
    ...open.map((each) => (t - each.raised) / 1000),
  ];
  const isAlike = (a: ExceptionFact, b: ExceptionFact) =>
    a.client === b.client && a.cls === b.cls && a.store === b.store && a.errorCode === b.errorCode;
  const isBefore = (a: ExceptionFact, b: ExceptionFact) =>
    a.raised < b.raised || (a.raised === b.raised && a.id < b.id);
  const recurs = (each: ExceptionFact) =>
    exceptions.some((other) => isAlike(each, other) && isBefore(other, each) && each.raised - other.raised <= 30 * DAY);
  const isOpenRun = (run: RunFact) => run.started !== undefined && run.started < t && (run.finished ?? FAR) >= t;
  const greatest = (values: readonly number[]) => (values.length === 0 ? null : Math.max(...values));
  return {
    exception_resolution_p50: () => percentile(ages, 0.5),
    exception_resolution_p95: () => percentile(ages, 0.95),
    exception_age_oldest: () => greatest(open.map((each) => (t - each.raised) / 1000)),
    severity_score: () => greatest(open.map((each) => computeSeverity(each, t))),
    recurrence_rate: () => share(countOf(raised, recurs), raised.length),
    money_in_progress: () => sumOf([...open, ...facts.runs.filter(isOpenRun)], (row) => row.money),
  };
}
