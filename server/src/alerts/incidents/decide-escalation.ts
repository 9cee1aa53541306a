/** EscalationPolicy is who is told when nobody has acknowledged: steps in order, gone through once and `loops` times more. */
export interface EscalationPolicy {
  readonly steps: readonly { readonly afterMinutes: number; readonly contacts: readonly string[] }[];
  readonly loops: number;
}

/** EscalationFacts is what of an incident decides. Instants are epoch milliseconds. */
export interface EscalationFacts {
  readonly firedAt: number;
  readonly resolvedAt: number | null;
  readonly acknowledgedAt: number | null;
  /** null = until it is resolved. */
  readonly acknowledgedUntil: number | null;
  /** Steps that were sent or superseded before, as `loop.step`. */
  readonly done: readonly string[];
}

/** EscalationDue is what is to be sent now, and what is gone over because a later step is due already. */
export interface EscalationDue {
  readonly send: EscalationStep | null;
  readonly superseded: readonly EscalationStep[];
  /** When to look again; null = never. */
  readonly nextAt: number | null;
}

/** EscalationStep is one step of one loop; `key` tells them apart within an incident. */
export interface EscalationStep {
  readonly key: string;
  readonly dueAt: number;
  readonly contacts: readonly string[];
}

/** DEFAULT_ESCALATION_MINUTES are the steps of critical incidents unless a policy says otherwise, from the moment they fired. */
export const DEFAULT_ESCALATION_MINUTES = [0, 15, 30] as const;

const MINUTE = 60_000;
const MAX_LOOPS = 3;

/**
 * decideEscalation says which step of a policy is due. Due times follow from when the incident fired, so a restart shifts none; a step that was
 * due while the incident was acknowledged or after it ended is never sent; of several that are due the last alone is.
 */
export function decideEscalation(policy: EscalationPolicy, facts: EscalationFacts, now: number): EscalationDue {
  if (facts.resolvedAt !== null) return { send: null, superseded: [], nextAt: null };
  const open = listSteps(policy, facts.firedAt).filter(({ key }) => !facts.done.includes(key));
  const due = open.filter(({ dueAt }) => dueAt <= now && !isAcknowledged(facts, dueAt));
  const nextAt = open.find(({ dueAt }) => dueAt > now)?.dueAt ?? null;
  if (isAcknowledged(facts, now)) return { send: null, superseded: [], nextAt: facts.acknowledgedUntil };
  return { send: due[due.length - 1] ?? null, superseded: due.slice(0, -1), nextAt };
}

function listSteps({ steps, loops }: EscalationPolicy, firedAt: number): EscalationStep[] {
  let dueAt = firedAt;
  const listed: EscalationStep[] = [];
  for (let loop = 0; loop <= Math.min(loops, MAX_LOOPS); loop += 1)
    for (const [place, { afterMinutes, contacts }] of steps.entries()) {
      dueAt += afterMinutes * MINUTE;
      listed.push({ key: `${loop}.${place}`, dueAt, contacts });
    }
  return listed;
}

function isAcknowledged({ acknowledgedAt, acknowledgedUntil }: EscalationFacts, at: number): boolean {
  return acknowledgedAt !== null && at >= acknowledgedAt && (acknowledgedUntil === null || at < acknowledgedUntil);
}
