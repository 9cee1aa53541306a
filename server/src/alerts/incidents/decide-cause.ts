import type { Labels } from "../instance/fingerprint-labels.js";

/** CauseCandidate is what decides about causes of an incident. Instants are epoch milliseconds. */
export interface CauseCandidate {
  readonly id: string;
  readonly ruleId: string;
  readonly labels: Labels;
  readonly firedAt: number;
  readonly parent: string | null;
}

/** DecidedCause names the incident that is held to be the cause of another one, and why in words. */
export interface DecidedCause {
  readonly parent: string;
  readonly cause: string;
}

const PLACES = ["client", "channel", "store", "partner"] as const;
/** What systems share; two incidents of one cause agree in one of them at least. */
const SHARED = ["system", "source", "workflow", "change"] as const;
/** What was told before its cause is told is taken under it for so long. */
const ADOPT_WITHIN_MS = 30 * 60_000;

/**
 * decideCause chooses the incident that another one is part of: one that is about everything the other one is about and more, or about the same
 * place and earlier, and that shares a system, a source or a workflow with it, in none of which they differ. Of several the widest, then the
 * earliest, then the lowest id: the same answer whoever asks, in whatever order. One that has a cause itself is none.
 */
export function decideCause(incident: CauseCandidate, open: readonly CauseCandidate[]): DecidedCause | undefined {
  const candidates = open
    .filter((other) => other.parent === null && isCauseOf(other, incident))
    .sort(
      (left, right) =>
        countPlaces(left.labels) - countPlaces(right.labels) ||
        left.firedAt - right.firedAt ||
        (left.id < right.id ? -1 : 1),
    );
  const [first] = candidates;
  if (first === undefined) return undefined;
  const shared = SHARED.filter((name) => agrees(first.labels, incident.labels, name));
  return { parent: first.id, cause: shared.map((name) => `${name} ${incident.labels[name] ?? ""}`).join(", ") };
}

/** isCauseOf tells whether one incident can be the cause of another. */
export function isCauseOf(cause: CauseCandidate, incident: CauseCandidate): boolean {
  if (cause.id === incident.id || cause.firedAt > incident.firedAt + ADOPT_WITHIN_MS) return false;
  const covers = PLACES.every(
    (name) => (cause.labels[name] ?? "") === "" || agrees(cause.labels, incident.labels, name),
  );
  if (!covers) return false;
  const isWider = countPlaces(cause.labels) < countPlaces(incident.labels);
  if (!isWider && !isEarlier(cause, incident)) return false;
  const differs = SHARED.some(
    (name) => has(cause.labels, name) && has(incident.labels, name) && !agrees(cause.labels, incident.labels, name),
  );
  // A wider system is shared by many workflows: it decides where both name one.
  const isSameSystem = agrees(cause.labels, incident.labels, "system");
  return (isSameSystem || !differs) && SHARED.some((name) => agrees(cause.labels, incident.labels, name));
}

function isEarlier(left: CauseCandidate, right: CauseCandidate): boolean {
  return left.firedAt < right.firedAt || (left.firedAt === right.firedAt && left.id < right.id);
}

function countPlaces(labels: Labels): number {
  return PLACES.filter((name) => has(labels, name)).length;
}

function has(labels: Labels, name: string): boolean {
  return (labels[name] ?? "") !== "";
}

function agrees(left: Labels, right: Labels, name: string): boolean {
  return has(left, name) && left[name] === right[name];
}
