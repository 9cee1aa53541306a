import type { StepView } from "./step-view.js";

/** orderSteps sorts by sequence where all steps of the run carry it, else by start, then id (CONTRACT 2.2). */
export function orderSteps(steps: readonly StepView[]): StepView[] {
  const isSequenced = steps.every((step) => step.sequence !== null);
  return [...steps].sort(
    (left, right) =>
      (isSequenced ? (left.sequence ?? 0) - (right.sequence ?? 0) : 0) ||
      left.startedAt.getTime() - right.startedAt.getTime() ||
      compareText(left.id, right.id),
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
