import type { RawException, RawMeasure, RawRow, RawRun } from "./build-raw-world.js";

/** IndependentRange is [from, to) in epoch milliseconds; `instant` is where states are looked at, `asOf` unless given. */
export interface IndependentRange {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly instant?: number;
}

/** computeIndependently computes a metric from the facts by its definition in words, with no part of the compiler. */
export function computeIndependently(id: string, facts: readonly RawRow[], range: IndependentRange): number | null {
  const runs = facts.filter((fact): fact is RawRun => fact.kind === "run");
  const exceptions = facts.filter((fact): fact is RawException => fact.kind === "exception");
  const checks = facts.filter((fact): fact is RawMeasure => fact.kind === "measure" && fact.expected !== undefined);
  const end = Math.min(range.to, range.asOf);
  const t = range.instant ?? end;
  const isIn = (ms: number | undefined) => ms !== undefined && ms >= range.from && ms < end;
  const hasEnded = (run: RawRun) => run.finished !== undefined && run.finished < Math.min(range.asOf, Infinity);
  const started = runs.filter((run) => isIn(run.started));
  const finished = runs.filter((run) => isIn(run.finished));
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const endedAs = (...outcomes: string[]) =>
    share(finished.filter((run) => outcomes.includes(run.outcome)).length, finished.length);
  const durations = finished.flatMap((run) =>
    run.started === undefined || run.finished === undefined ? [] : [(run.finished - run.started) / 1000],
  );
  const isOpen = (run: RawRun) =>
    run.started !== undefined && run.started < t && (run.finished === undefined || run.finished >= t);
  const isOverdue = (run: RawRun) => isOpen(run) && run.due !== undefined && run.due < t;
  const isAtRisk = (run: RawRun) =>
    isOpen(run) &&
    !isOverdue(run) &&
    run.due !== undefined &&
    (t - (run.started ?? 0)) * 5 >= 4 * (run.due - (run.started ?? 0));
  const cancelledInTime = (run: RawRun) =>
    hasEnded(run) && run.outcome === "cancelled" && (run.finished ?? 0) <= (run.due ?? Infinity);
  const due = runs.filter((run) => isIn(run.due) && !cancelledInTime(run));
  const late = runs.filter(
    (run) => isIn(run.due) && hasEnded(run) && run.outcome !== "cancelled" && (run.finished ?? 0) > (run.due ?? 0),
  );
  const latenesses = late.map((run) => ((run.finished ?? 0) - (run.due ?? 0)) / 1000);
  const targets = started.filter((run) => run.target !== "");
  const raised = exceptions.filter((exception) => isIn(exception.raised));
  const open = exceptions.filter(
    (exception) => exception.raised < t && (exception.resolved === undefined || exception.resolved >= t),
  );
  const checked = checks.filter((check) => isIn(check.time));
  const mismatched = checked.filter((check) => !isMatch(check));
  const promises = runs.flatMap((run) => {
    const decided = Math.min(run.finished ?? Infinity, run.due ?? Infinity);
    if (!isIn(decided)) return [];
    if (run.due === undefined && run.promise === "") return [];
    return [decidePromise(run, hasEnded(run))];
  });
  const promised = (state: string) => promises.filter((promise) => promise === state).length;

  const answers: Record<string, () => number | null> = {
    runs_started: () => started.length,
    runs_finished: () => finished.length,
    runs_open: () => runs.filter(isOpen).length,
    success_rate: () => endedAs("succeeded"),
    failure_rate: () => endedAs("failed", "dead_lettered"),
    dead_letter_rate: () => endedAs("dead_lettered"),
    compensation_rate: () => endedAs("compensated"),
    first_pass_rate: () =>
      share(finished.filter((run) => run.outcome === "succeeded" && run.attempts === 1).length, finished.length),
    retry_rate: () => share(finished.filter((run) => run.attempts > 1).length, finished.length),
    automation_rate: () => share(finished.filter((run) => !run.isTouched).length, finished.length),
    retries: () => finished.reduce((sum, run) => sum + run.attempts - 1, 0),
    duration_p50: () => percentile(durations, 0.5),
    duration_p95: () => percentile(durations, 0.95),
    duration_p99: () => percentile(durations, 0.99),
    on_time_rate: () =>
      share(
        due.filter((run) => run.outcome === "succeeded" && (run.finished ?? Infinity) <= (run.due ?? 0)).length,
        due.length,
      ),
    lateness_p50: () => percentile(latenesses, 0.5),
    lateness_p95: () => percentile(latenesses, 0.95),
    sla_met: () => promised("met"),
    sla_breached: () => promised("breached"),
    sla_excluded: () => promised("excluded"),
    sla_attainment: () => share(promised("met"), promised("met") + promised("breached") + promised("overdue")),
    sla_overdue: () => runs.filter(isOverdue).length,
    sla_at_risk: () => runs.filter(isAtRisk).length,
    sla_overdue_money: () => runs.filter(isOverdue).reduce((sum, row) => sum + row.money, 0),
    sla_at_risk_money: () => runs.filter(isAtRisk).reduce((sum, row) => sum + row.money, 0),
    fanout_completeness: () =>
      share(
        targets.filter((run) => hasEnded(run) && run.outcome === "succeeded").length,
        targets.filter((run) => !cancelledInTime(run)).length,
      ),
    exceptions_raised: () => raised.length,
    exceptions_open: () => open.length,
    exceptions_resolved: () => exceptions.filter((exception) => isIn(exception.resolved)).length,
    exception_rate: () => share(raised.length, started.length),
    exceptions_per_1000: () => (started.length === 0 ? null : (raised.length / started.length) * 1000),
    check_match_rate: () => share(checked.length - mismatched.length, checked.length),
    check_mismatch_rate: () => share(mismatched.length, checked.length),
    check_mismatches: () => mismatched.length,
    money_at_risk: () => [...open, ...runs.filter(isOverdue)].reduce((sum, row) => sum + row.money, 0),
  };
  const answer = answers[id];
  if (answer === undefined) throw new Error(`no independent computation of ${id}`);
  return answer();
}

function decidePromise(run: RawRun, hasEnded: boolean): string {
  if (!hasEnded) return "overdue";
  if (run.promise !== "") return run.promise === "kept" ? "met" : "breached";
  const isInTime = (run.finished ?? Infinity) <= (run.due ?? -Infinity);
  if (run.outcome === "succeeded" && isInTime) return "met";
  return run.outcome === "cancelled" && isInTime ? "excluded" : "breached";
}

/** Prices in hundredths: no sum of binary fractions decides a boundary. */
function isMatch({ value, expected, absolute, relative }: RawMeasure): boolean {
  const gap = Math.abs(Math.round(value * 100) - Math.round((expected ?? 0) * 100));
  const allowed = Math.max(
    Math.round((absolute ?? 0) * 100),
    Math.round((relative ?? 0) * 100) * Math.abs(expected ?? 0),
  );
  return gap <= allowed;
}

function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const low = sorted[Math.floor(rank)] ?? 0;
  const high = sorted[Math.ceil(rank)] ?? low;
  return low + (high - low) * (rank - Math.floor(rank));
}
