import type { State } from "../../ui/state-shape.js";
import type { RunDetail } from "./run-query.js";

type Step = RunDetail["steps"][number];

/** WaterfallBar is one step on the time axis; offsets are shares 0..1 of the whole. */
export interface WaterfallBar {
  readonly key: string;
  readonly title: string;
  readonly systems: string;
  readonly attempt: number;
  readonly state: State;
  readonly start: number;
  readonly width: number;
  readonly seconds: number;
  /** gapStart is where the previous step ended, when it waited since; null without a wait. */
  readonly gapStart: number | null;
  /** waitSeconds is the time since the previous step ended, null for the first and where steps overlap. */
  readonly waitSeconds: number | null;
  readonly fault: string;
}

/** Waterfall is the steps of a run on one axis from its start to its end, or to now while it is open. */
export interface Waterfall {
  readonly fromMs: number;
  readonly toMs: number;
  readonly due: number | null;
  readonly bars: readonly WaterfallBar[];
}

/** shapeWaterfall puts the steps of a run on one axis. The axis holds start, every step, the deadline when it is near, and the end (or now). */
export function shapeWaterfall(
  run: Pick<RunDetail, "startedAt" | "finishedAt" | "dueAt" | "steps">,
  now: Date,
): Waterfall | null {
  const starts = [run.startedAt, ...run.steps.map((step) => step.startedAt)].flatMap(parse);
  if (starts.length === 0) return null;
  const fromMs = Math.min(...starts);
  const ends = [run.finishedAt ?? now.toISOString(), ...run.steps.map((step) => step.finishedAt)].flatMap(parse);
  const endMs = Math.max(fromMs + 1, ...ends);
  const dueMs = run.dueAt === null ? null : Date.parse(run.dueAt);
  // A deadline far behind the end would squeeze the steps into a corner, so it only stretches the axis by half.
  const isDueNear = dueMs !== null && dueMs > endMs && dueMs - fromMs <= 1.5 * (endMs - fromMs);
  const toMs = isDueNear ? dueMs : endMs;
  const share = (ms: number): number => (ms - fromMs) / (toMs - fromMs);
  return {
    fromMs,
    toMs,
    due: dueMs !== null && dueMs >= fromMs && dueMs <= toMs ? share(dueMs) : null,
    bars: run.steps.map((step, index) => buildBar(step, run.steps[index - 1], share)),
  };
}

function buildBar(step: Step, before: Step | undefined, share: (ms: number) => number): WaterfallBar {
  const startMs = Date.parse(step.startedAt ?? step.finishedAt ?? "");
  const endMs = Math.max(startMs, Date.parse(step.finishedAt ?? step.startedAt ?? ""));
  const waitMs =
    before?.finishedAt === undefined || before.finishedAt === null ? null : startMs - Date.parse(before.finishedAt);
  const fault = [step.errorClass, step.errorCode, step.errorMessage]
    .filter((part) => part !== null && part !== "")
    .join(": ");
  const isGood = step.outcome === null || step.outcome.toLowerCase() === "succeeded";
  return {
    key: step.id,
    title: step.step,
    systems: [step.from, step.to].filter((part) => part !== null && part !== "").join(" → "),
    attempt: step.attempt ?? 1,
    state: isGood ? "ok" : "late",
    start: share(startMs),
    width: share(endMs) - share(startMs),
    seconds: (endMs - startMs) / 1000,
    gapStart: waitMs !== null && waitMs > 0 ? share(startMs - waitMs) : null,
    waitSeconds: waitMs !== null && waitMs > 0 ? waitMs / 1000 : null,
    fault,
  };
}

function parse(text: string | null): number[] {
  return text === null ? [] : [Date.parse(text)];
}
