import type { RunDetail } from "./run-query.js";

type Judged = Pick<
  RunDetail,
  | "state"
  | "outcome"
  | "finishedAt"
  | "startedAt"
  | "expectation"
  | "expected"
  | "steps"
  | "exceptions"
  | "source"
  | "superseded"
  | "pauses"
  | "target"
  | "mismatchedAt"
>;

/** listNextSteps says what somebody can do about a run, the most useful first; empty when nothing needs to be done. */
export function listNextSteps(run: Judged): readonly string[] {
  const open = run.exceptions.filter(({ resolvedAt }) => resolvedAt === null).length;
  const raised =
    open === 0 ? [] : [`Look at ${open === 1 ? "its open exception" : `its ${open} open exceptions`} below.`];
  if (run.superseded === true) return [...raised, "Nothing to do: a later publication took its place."];
  return [...raised, ...(run.finishedAt === null ? listOfOpen(run) : listOfEnded(run))];
}

function listOfOpen(run: Judged): string[] {
  const isLate = run.state === "OVERDUE" || run.state === "AT_RISK";
  const pause = run.pauses.find(({ to }) => to === null);
  const rule = run.expected.rule;
  const pending = run.expected.steps?.find(({ status }) => status === "PENDING");
  const steps: string[] = [];
  if (pause !== undefined) steps.push(`Clear what it waits for: ${pause.reason}.`);
  if (run.mismatchedAt !== null)
    steps.push(`${run.target ?? "The target"} reported another version: publish to it again.`);
  if (!isLate) return steps;
  if (rule !== null)
    steps.push(`Ask the system that should send “${rule.expect}” for ${rule.key.join(", ")} as shown above.`);
  const last = run.steps.at(-1);
  if (pending !== undefined)
    steps.push(
      last === undefined
        ? `No step came yet: ask ${run.source} about ${pending.step}.`
        : `It stands before ${pending.step}: ask ${last.to ?? run.source}, where ${last.step} ended.`,
    );
  if (rule === null && pending === undefined)
    steps.push(
      `Ask ${run.source} whether it ended: if it did, its run.finished was not received; see the feed under Data health.`,
    );
  return steps;
}

function listOfEnded(run: Judged): string[] {
  const isBroken = run.outcome === "FAILED" || run.outcome === "DEAD_LETTERED";
  const failed = run.steps.findLast(({ outcome }) => outcome === "FAILED" || outcome === "DEAD_LETTERED");
  const steps: string[] = [];
  if (isBroken)
    steps.push(
      failed === undefined
        ? `Have ${run.source} do it again once the error above is mended.`
        : `Mend ${failed.step}${failed.to === null ? "" : ` in ${failed.to}`}, then have ${run.source} do it again.`,
    );
  if (run.startedAt === null)
    steps.push(`Have ${run.source} send run.started, too: without it no duration can be told.`);
  if (run.expected.isConforming === false) steps.push("See below how it deviated from its declared steps.");
  return steps;
}
