import type { CatalogueFacts, FactRange, RunFact } from "./catalogue-facts.js";
import { independentMaths } from "./independent-maths.js";

const { countOf, gather, percentile, share, sumOf } = independentMaths;

type Answer = number | null;
const FAR = 8.64e15;

/** computeRuns answers the figures of runs, approvals, changes and postings by their definitions in words. */
export function computeRuns(facts: CatalogueFacts, range: FactRange): Record<string, () => Answer> {
  const { runs } = facts;
  const t = range.to;
  const isIn = (ms: number | undefined) => ms !== undefined && ms >= range.from && ms < range.to;
  const hasEnded = (run: RunFact) => run.finished !== undefined && run.finished < range.asOf;
  const isOpen = (run: RunFact) => run.started !== undefined && run.started < t && (run.finished ?? FAR) >= t;
  const finished = runs.filter((run) => isIn(run.finished));
  const cancelledInTime = (run: RunFact) =>
    hasEnded(run) && run.outcome === "cancelled" && (run.finished ?? FAR) <= (run.due ?? FAR);
  const due = runs.filter((run) => isIn(run.due) && !cancelledInTime(run));
  const done = (run: RunFact) => hasEnded(run) && run.outcome === "succeeded";
  const inTime = (run: RunFact) => done(run) && (run.finished ?? FAR) <= (run.due ?? -FAR);
  /** Ages of what ended in the range, and of what is open at its end. */
  const ages = (fits: (run: RunFact, open: boolean) => boolean) =>
    runs.flatMap((run) => {
      const ended = isIn(run.finished) && run.started !== undefined && run.started < t;
      if (isOpen(run)) return fits(run, true) ? [(t - (run.started ?? 0)) / 1000] : [];
      return ended && fits(run, false) ? [((run.finished ?? 0) - (run.started ?? 0)) / 1000] : [];
    });
  const family = (run: RunFact, name: string) =>
    run.workflow === name || run.workflow.startsWith(`${name}-`) || run.workflow.startsWith(`${name}.`);
  const isPromotion = (run: RunFact) => family(run, "promotion");
  const isPosting = (run: RunFact) => family(run, "erp-posting");
  const approvals = (run: RunFact, open: boolean) => run.kind === "approval" && (open || !run.isSuperseded);
  const tasks = due.filter((run) => run.kind === "task");
  const decided = finished.filter((run) => run.kind === "approval" && !run.isSuperseded);
  const targets = due.filter((run) => run.target !== "" && isPromotion(run));
  const live = targets.filter(done);
  const postings = due.filter(isPosting);
  const minutes = gather(finished, (run) => [run.client, run.source, Math.floor((run.finished ?? 0) / 60_000)]);
  const failed = (run: RunFact) => ["failed", "dead_lettered"].includes(run.outcome);
  const changes = computeChanges(runs, { isIn, cancelledInTime, done, inTime });
  const promotions = changes.filter(({ targets: [first] }) => first !== undefined && isPromotion(first));
  const everywhere = promotions.filter((change) => change.applied.length === change.targets.length);
  return {
    age_p50: () =>
      percentile(
        ages(() => true),
        0.5,
      ),
    age_p95: () =>
      percentile(
        ages(() => true),
        0.95,
      ),
    oldest_open: () => {
      const open = runs.filter(isOpen).map((run) => (t - (run.started ?? 0)) / 1000);
      return open.length === 0 ? null : Math.max(...open);
    },
    throughput: () => share(finished.length, (range.to - range.from) / 60_000),
    human_touched_runs: () => countOf(finished, (run) => run.isTouched),
    approval_latency_p50: () => percentile(ages(approvals), 0.5),
    approval_latency_p95: () => percentile(ages(approvals), 0.95),
    approvals_pending: () => countOf(runs, (run) => run.kind === "approval" && isOpen(run)),
    approval_rejection_rate: () =>
      share(
        countOf(decided, (run) => ["failed", "cancelled"].includes(run.outcome)),
        decided.length,
      ),
    task_completion_rate: () => share(countOf(tasks, inTime), tasks.length),
    task_evidence_rate: () =>
      share(
        countOf(tasks, (run) => inTime(run) && run.evidence !== ""),
        tasks.length,
      ),
    propagation_p95: () =>
      percentile(
        ages((run, open) => run.target !== "" && (open || run.outcome === "succeeded")),
        0.95,
      ),
    deployment_accuracy: () => share(countOf(targets, inTime), targets.length),
    execution_variance_p95: () =>
      percentile(
        live.map((run) => ((run.finished ?? 0) - (run.due ?? 0)) / 1000),
        0.95,
      ),
    targets_missing: () => targets.length - live.length,
    posting_delay_p95: () =>
      percentile(
        ages((run, open) => isPosting(run) && (open || run.outcome === "succeeded")),
        0.95,
      ),
    posting_completeness: () =>
      share(
        countOf(postings, (run) => done(run) && run.answers < 2),
        postings.length,
      ),
    integration_availability: () =>
      share(
        countOf(minutes, (minute) => countOf(minute, failed) * 2 <= minute.length),
        minutes.length,
      ),
    promotion_ready_rate: () => {
      const gated = promotions.filter((change) => change.gates.length > 0);
      return share(
        countOf(gated, (change) => change.gates.every((gate) => done(gate) && (gate.finished ?? FAR) <= change.launch)),
        gated.length,
      );
    },
    promotions_late: () => countOf(promotions, (change) => !change.targets.every(inTime)),
    promotion_cycle_p50: () =>
      percentile(
        everywhere.map(
          (change) => (Math.max(...change.applied.map((run) => run.finished ?? 0)) - change.requested) / 1000,
        ),
        0.5,
      ),
    approval_to_live_p95: () =>
      percentile(
        changes.flatMap((change) => {
          const approved = change.gates.filter((gate) => gate.kind === "approval" && done(gate));
          const last = Math.max(...approved.map((gate) => gate.finished ?? 0));
          return approved.length === 0 ? [] : change.applied.map((run) => ((run.finished ?? 0) - last) / 1000);
        }),
        0.95,
      ),
    unposted_amount: () =>
      sumOf(
        runs.filter((run) => isPosting(run) && isOpen(run) && (run.due ?? FAR) < t),
        (run) => run.money,
      ),
  };
}

interface Rules {
  readonly isIn: (ms: number | undefined) => boolean;
  readonly cancelledInTime: (run: RunFact) => boolean;
  readonly done: (run: RunFact) => boolean;
  readonly inTime: (run: RunFact) => boolean;
}

/** Changes launched in the range: the last deadline of their targets decides. */
function computeChanges(runs: readonly RunFact[], { isIn, cancelledInTime, done }: Rules) {
  return gather(
    runs.filter((run) => run.change !== ""),
    (run) => [run.client, run.change],
  ).flatMap((members) => {
    const targets = members.filter((run) => run.target !== "" && !cancelledInTime(run));
    const gates = members.filter((run) => run.target === "" && run.kind !== "workflow");
    const launch = Math.max(...targets.map((run) => run.due ?? 0));
    if (targets.length === 0 || !isIn(launch)) return [];
    const requested = Math.min(...members.map((run) => run.started ?? FAR));
    const workflow = members.find((run) => run.target !== "")?.workflow ?? "";
    return [{ targets, gates, launch, requested, workflow, applied: targets.filter(done) }];
  });
}
