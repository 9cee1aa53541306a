import { z } from "zod";
import { findMatcherFault } from "../contacts/subscriptions.service.js";
import type { NotificationProblem } from "../notification-problem.js";
import { escalationStep, type EscalationStep } from "../planning/escalation-document.js";

const MAX_TITLE = 80;
const MAX_STEPS = 10;
const MAX_LOOPS = 3;
const MAX_MATCHERS = 20;
const policyId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** PolicyWish is an escalation policy as somebody asks for it. `expectedVersion` is the version it replaces; 0 = it is new. */
export interface PolicyWish {
  readonly id: string;
  readonly expectedVersion: number;
  readonly title: string;
  /** '' = of any client. */
  readonly client: string;
  readonly severities: readonly string[];
  readonly matchers: readonly string[];
  readonly steps: readonly unknown[];
  readonly loops: number;
}

/** checkPolicy returns the steps of a wish, or says what is wrong with it. `contacts` are those that whoever asks may name. */
export function checkPolicy(
  wish: PolicyWish,
  contacts: ReadonlySet<string>,
): readonly EscalationStep[] | NotificationProblem {
  const { title, matchers, loops } = wish;
  if (!policyId.safeParse(wish.id).success)
    return { code: "INVALID_TITLE", message: "An id is lower-case words joined by hyphens.", field: "id" };
  if (title.trim() === "" || title.length > MAX_TITLE)
    return { code: "INVALID_TITLE", message: `A title of 1 to ${MAX_TITLE} characters is needed.`, field: "title" };
  const fault = matchers.map(findMatcherFault).find((each) => each !== undefined);
  if (fault !== undefined) return { code: "INVALID_FILTER", message: fault, field: "matchers" };
  if (wish.severities.length === 0)
    return { code: "INVALID_FILTER", message: "Name at least one severity.", field: "severities" };
  if (matchers.length > MAX_MATCHERS)
    return { code: "INVALID_FILTER", message: `Name at most ${MAX_MATCHERS} matchers.`, field: "matchers" };
  if (!Number.isInteger(loops) || loops < 0 || loops > MAX_LOOPS)
    return refuse(`Steps are gone through once and 0 to ${MAX_LOOPS} times more.`, "loops");
  const steps = z.array(escalationStep).min(1).max(MAX_STEPS).safeParse(wish.steps);
  if (!steps.success) {
    const index = steps.error.issues[0]?.path[0];
    const field = typeof index === "number" ? `steps.${index}` : "steps";
    return refuse(`1 to ${MAX_STEPS} steps are needed, each with 1 to 20 contacts and a wait of up to a week.`, field);
  }
  return findStepFault(steps.data, { loops, contacts }) ?? steps.data;
}

function findStepFault(
  steps: readonly EscalationStep[],
  { loops, contacts }: { readonly loops: number; readonly contacts: ReadonlySet<string> },
): NotificationProblem | undefined {
  const told = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const [place, field] = [`Step ${index + 1}`, `steps.${index}`];
    if (step.contacts.some((contact) => !contacts.has(contact)))
      return { code: "NOT_FOUND", message: `${place} names a contact that is not there, or not yours.`, field };
    if (new Set(step.contacts).size < step.contacts.length) return refuse(`${place} names a contact twice.`, field);
    // Whoever was told by a step before is told again only where the step says so.
    if (!step.repeats && step.contacts.every((contact) => told.has(contact)))
      return refuse(
        `${place} tells nobody: all of its contacts are told before. Let it repeat, or name another one.`,
        field,
      );
    for (const contact of step.contacts) told.add(contact);
  }
  if (loops > 0 && steps.every(({ repeats }) => !repeats))
    return refuse("A second round tells nobody: no step repeats.", "loops");
  const minutes = steps.reduce((sum, { afterMinutes }) => sum + afterMinutes, 0);
  return loops > 0 && minutes === 0 ? refuse("Rounds follow each other at once: let a step wait.", "loops") : undefined;
}

function refuse(message: string, field: string): NotificationProblem {
  return { code: "INVALID_STEPS", message, field };
}
