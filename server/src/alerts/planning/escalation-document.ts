import { z } from "zod";

/** ESCALATION_PREFIX begins the keys of escalations, by their incident. */
export const ESCALATION_PREFIX = "escalation:";

/** escalationStep is what a policy does so many minutes after the step before it. */
export const escalationStep = z.strictObject({
  afterMinutes: z.number().int().min(0).max(10_080),
  contacts: z.array(z.string()).min(1).max(20),
  /** Whether contacts that a lower step told are told again. */
  repeats: z.boolean().default(false),
});

/** escalationDocument is an escalation under way: the steps in force when the incident fired, each due at an instant that nothing moves. */
export const escalationDocument = z.strictObject({
  incident: z.string(),
  policy: z.string(),
  policyVersion: z.number(),
  /** Of every loop, in order; epoch milliseconds. */
  due: z.array(
    z.strictObject({
      ...{ step: z.number(), loop: z.number(), at: z.number() },
      ...{ contacts: z.array(z.string()), repeats: z.boolean() },
      outcome: z.string().nullable(),
    }),
  ),
  told: z.array(z.string()),
});

/** EscalationStep is that, read. */
export type EscalationStep = z.infer<typeof escalationStep>;

/** EscalationDocument is that, read. */
export type EscalationDocument = z.infer<typeof escalationDocument>;

const MINUTE_MS = 60_000;

/** buildDueSteps adds the waits of a policy up from when the incident fired, through all of its loops. */
export function buildDueSteps(
  steps: readonly EscalationStep[],
  { firedAt, loops }: { readonly firedAt: number; readonly loops: number },
): EscalationDocument["due"] {
  let at = firedAt;
  return Array.from({ length: loops + 1 }, (_, loop) =>
    steps.map(({ afterMinutes, contacts, repeats }, step) => {
      at += afterMinutes * MINUTE_MS;
      return { step, loop, at, contacts, repeats, outcome: null };
    }),
  ).flat();
}

/** EscalationTurn is what is due: the highest step alone, when several were missed. */
export interface EscalationTurn {
  readonly document: EscalationDocument;
  readonly send: EscalationDocument["due"][number] | undefined;
}

/** decideEscalation chooses what is sent at `now`. `stop` says why none is: the step is left out then, not put off. */
export function decideEscalation(before: EscalationDocument, now: number, stop: string | undefined): EscalationTurn {
  const isDue = ({ at, outcome }: EscalationDocument["due"][number]) => outcome === null && at <= now;
  const highest = before.due.findLastIndex(isDue);
  const due = before.due.map((step, index) => {
    if (!isDue(step)) return step;
    return { ...step, outcome: stop ?? (index === highest ? "sent" : "superseded") };
  });
  return { document: { ...before, due }, send: stop === undefined ? due[highest] : undefined };
}

/** findNextDue returns when the next step is due, in epoch milliseconds; null = none is left. */
export function findNextDue({ due }: EscalationDocument): number | null {
  return due.find(({ outcome }) => outcome === null)?.at ?? null;
}
