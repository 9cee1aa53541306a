import type { DeclaredStep } from "@watchfloor/sql";
import type { StepView } from "../trace/step-view.js";

/** STEP_STATUSES: how a step stands against what was declared. PENDING may still come, SKIPPED was optional. */
export const STEP_STATUSES = ["DONE", "PENDING", "MISSING", "SKIPPED", "EXTRA", "REPEATED", "OUT_OF_ORDER"] as const;
/** StepStatus is one of `STEP_STATUSES`. */
export type StepStatus = (typeof STEP_STATUSES)[number];

/** ComparedStep is one step that should happen, or happened, in a run. */
export interface ComparedStep {
  readonly step: string;
  readonly status: StepStatus;
  /** Its place among the declared steps from 1; null = nobody declared it. */
  readonly place: number | null;
  /** Its place by when it first happened, from 1; null = it did not. */
  readonly happenedAs: number | null;
  readonly isOptional: boolean;
  readonly mayRepeat: boolean;
  readonly times: number;
  readonly failures: number;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/**
 * compareSteps compares the steps of a run, in their order, with the declared ones by the rules of conformance (decision 0019): a
 * declared step is out of order when its first occurrence comes after that of a step declared later. Declared steps come first in
 * their order, then those that nobody declared. Where a step deviates twice, REPEATED is told before OUT_OF_ORDER.
 */
export function compareSteps(
  declared: readonly DeclaredStep[],
  done: readonly StepView[],
  isOpen: boolean,
): ComparedStep[] {
  const names = [...new Set(done.map(({ step }) => step))];
  const placeOf = (step: string) => declared.findIndex((each) => each.step === step);
  const late = new Set(
    names.filter((step, index) => {
      const place = placeOf(step);
      return place >= 0 && names.slice(0, index).some((before) => placeOf(before) > place);
    }),
  );
  const known = declared.map((each, place) => {
    const facts = findFacts(each.step, done, names);
    return { ...facts, ...each, place: place + 1, status: decideStatus(each, facts.times, { isOpen, late }) };
  });
  const extra = names
    .filter((step) => placeOf(step) < 0)
    .map((step) => ({
      ...findFacts(step, done, names),
      ...{ step, status: "EXTRA" as const, place: null, isOptional: true, mayRepeat: true },
    }));
  return [...known, ...extra];
}

/** isConforming tells whether nothing deviates; what may still come does not. */
export function isConforming(steps: readonly ComparedStep[]): boolean {
  return steps.every(({ status }) => status === "DONE" || status === "PENDING" || status === "SKIPPED");
}

function decideStatus(
  { step, isOptional, mayRepeat }: DeclaredStep,
  times: number,
  { isOpen, late }: { isOpen: boolean; late: ReadonlySet<string> },
): StepStatus {
  if (times === 0) return isOpen ? "PENDING" : isOptional ? "SKIPPED" : "MISSING";
  if (times > 1 && !mayRepeat) return "REPEATED";
  return late.has(step) ? "OUT_OF_ORDER" : "DONE";
}

function findFacts(step: string, done: readonly StepView[], names: readonly string[]) {
  const own = done.filter((each) => each.step === step);
  const ends = own.map(({ finishedAt }) => finishedAt.getTime());
  return {
    happenedAs: own.length === 0 ? null : names.indexOf(step) + 1,
    times: own.length,
    failures: own.filter(({ outcome }) => outcome === "FAILED" || outcome === "DEAD_LETTERED").length,
    startedAt: own[0]?.startedAt ?? null,
    finishedAt: ends.length === 0 ? null : new Date(Math.max(...ends)),
  };
}
