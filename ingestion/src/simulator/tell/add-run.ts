import type { EventDocument, EventError, RunOutcome } from "../../events/event-document.js";
import { renderInstant } from "./render-instant.js";
import type { Scene } from "../scene.js";

/** StepPlan is one step: it takes `share` of the run's time, after the steps before it. */
export interface StepPlan {
  readonly step: string;
  readonly share: number;
  readonly from: string;
  readonly to: string;
}

/** RunPlan is a run as a story decided it; `common` goes into every event, `more` into its start and its end. */
export interface RunPlan {
  readonly common: Pick<EventDocument, "client" | "source" | "store" | "channel" | "partner" | "correlation">;
  readonly workflow: string;
  readonly run: string;
  readonly startedMs: number;
  readonly finishedMs: number;
  readonly dueMs: number;
  readonly outcome: RunOutcome;
  readonly attempts: number;
  readonly error?: EventError;
  readonly more?: Pick<EventDocument, "runKind" | "entity" | "money" | "attributes" | "workflowVersion" | "actor">;
  readonly end?: Pick<EventDocument, "humanTouched" | "evidence" | "promise">;
  readonly steps?: readonly StepPlan[];
  /** A frequent, short run tells its start and steps only in `live`; its end names the start anyway. */
  readonly isFrequent?: boolean;
}

/** One start in 500 is delivered long after it happened, as real queues do. */
const LATE_START = 0.002;
const LATE_BY_MS = 900_000;
const LONGEST_DELAY_MS = LATE_BY_MS + 1_000;

/** addRun adds the events of a run that belong to the scene. It always draws three numbers. */
export function addRun(scene: Scene, plan: RunPlan): void {
  const { dice } = scene;
  const lateMs = dice.chance(LATE_START) ? LATE_BY_MS : 0;
  const startReceivedMs = plan.startedMs + 40 + Math.floor(dice.next() * 700) + lateMs;
  const endReceivedMs = plan.finishedMs + 40 + Math.floor(dice.next() * 700);
  const isFull = scene.detail === "live" || (scene.detail === "recent" && plan.isFrequent !== true);
  if (isFull && scene.wants(startReceivedMs)) scene.add(startReceivedMs, buildStart(plan));
  if (isFull && plan.steps !== undefined) addSteps(scene, plan, plan.steps);
  if (scene.wants(endReceivedMs)) scene.add(endReceivedMs, buildEnd(plan));
}

/**
 * skipRun tells that no event of a run between two instants belongs to the scene, and draws what `addRun` would have
 * drawn. Stories that reach back for days ask it before they build a plan.
 */
export function skipRun(scene: Scene, startedMs: number, finishedMs: number): boolean {
  if (finishedMs + LONGEST_DELAY_MS >= scene.fromMs && startedMs < scene.toMs) return false;
  scene.dice.skip(3);
  return true;
}

function buildStart(plan: RunPlan): EventDocument {
  return {
    id: `${plan.run}:start`,
    kind: "run.started",
    time: renderInstant(plan.startedMs),
    ...plan.common,
    workflow: plan.workflow,
    run: plan.run,
    dueAt: renderInstant(plan.dueMs),
    ...plan.more,
  };
}

function buildEnd(plan: RunPlan): EventDocument {
  return {
    id: `${plan.run}:end`,
    kind: "run.finished",
    time: renderInstant(plan.finishedMs),
    ...plan.common,
    workflow: plan.workflow,
    run: plan.run,
    startedAt: renderInstant(plan.startedMs),
    dueAt: renderInstant(plan.dueMs),
    outcome: plan.outcome,
    attempts: plan.attempts,
    ...(plan.error === undefined ? undefined : { error: plan.error }),
    ...plan.more,
    ...plan.end,
  };
}

function addSteps(scene: Scene, plan: RunPlan, steps: readonly StepPlan[]): void {
  const totalMs = plan.finishedMs - plan.startedMs;
  let beganMs = plan.startedMs;
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (step === undefined) return;
    const isLast = index === steps.length - 1;
    const endedMs = isLast ? plan.finishedMs : Math.round(beganMs + totalMs * step.share);
    if (scene.wants(endedMs + 30)) scene.add(endedMs + 30, buildStep({ plan, step, index, beganMs, endedMs, isLast }));
    beganMs = endedMs;
  }
}

function buildStep(options: {
  plan: RunPlan;
  step: StepPlan;
  index: number;
  beganMs: number;
  endedMs: number;
  isLast: boolean;
}): EventDocument {
  const { plan, step, index, beganMs, endedMs, isLast } = options;
  const hasFailed = isLast && plan.error !== undefined && plan.outcome !== "succeeded";
  return {
    id: `${plan.run}:step${index + 1}`,
    kind: "step.finished",
    time: renderInstant(endedMs),
    ...plan.common,
    workflow: plan.workflow,
    run: plan.run,
    step: step.step,
    sequence: index + 1,
    startedAt: renderInstant(beganMs),
    outcome: hasFailed ? "failed" : "succeeded",
    attempt: isLast ? plan.attempts : 1,
    from: step.from,
    to: step.to,
    ...(hasFailed && plan.error !== undefined ? { error: plan.error } : undefined),
  };
}
