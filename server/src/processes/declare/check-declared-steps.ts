import type { DeclaredStep } from "@watchfloor/sql";

/** As long as the step of an event may be. */
const MAX_STEP_LENGTH = 256;
const MAX_STEPS = 100;

/** DECLARE_STEPS_PROBLEM_CODES is the closed list of why steps are not declared. */
export const DECLARE_STEPS_PROBLEM_CODES = [
  "UNKNOWN_WORKFLOW",
  "TOO_MANY_STEPS",
  "EMPTY_STEP",
  "STEP_TOO_LONG",
  "STEP_TWICE",
] as const;

/** DeclareStepsProblem says why nothing was changed and what to do about it. */
export interface DeclareStepsProblem {
  readonly code: (typeof DECLARE_STEPS_PROBLEM_CODES)[number];
  readonly message: string;
}

/** checkDeclaredSteps refuses a list of steps that no run could be compared with; undefined when all is well. */
export function checkDeclaredSteps(steps: readonly DeclaredStep[]): DeclareStepsProblem | undefined {
  if (steps.length > MAX_STEPS)
    return { code: "TOO_MANY_STEPS", message: `${steps.length} steps were given. Declare at most ${MAX_STEPS}.` };
  const seen = new Set<string>();
  for (const { step } of steps) {
    if (step.trim() === "") return { code: "EMPTY_STEP", message: "A step has no name. Name it as its events do." };
    if (step.length > MAX_STEP_LENGTH)
      return { code: "STEP_TOO_LONG", message: `A step has at most ${MAX_STEP_LENGTH} characters, as in events.` };
    if (seen.has(step))
      return { code: "STEP_TWICE", message: `"${step}" is listed twice. List it once and let it repeat.` };
    seen.add(step);
  }
  return undefined;
}
