import type { CommittedTransition } from "../publish/transition-sink.js";

/** isCatchUp tells whether a transition was decided when missed slots were made up for. */
export function isCatchUp({ evidence }: CommittedTransition): boolean {
  return evidence["isCatchUp"] === true;
}

/** isClosedInGap tells whether an episode began and ended in missed slots: nobody is told but in a summary. */
export function isClosedInGap({ evidence }: CommittedTransition): boolean {
  return evidence["isClosedInGap"] === true;
}

/** markClosed marks both ends of the episodes that opened and closed in missed slots. */
export function markClosed(out: readonly CommittedTransition[]): CommittedTransition[] {
  const late = out.filter(isCatchUp);
  const ids = (kind: "fired" | "resolved") =>
    new Set(late.filter((each) => each.kind === kind).map(({ incidentId }) => incidentId));
  const [began, ended] = [ids("fired"), ids("resolved")];
  return out.map((transition) => {
    const { incidentId, evidence } = transition;
    if (incidentId === "" || !began.has(incidentId) || !ended.has(incidentId)) return transition;
    return { ...transition, evidence: { ...evidence, isClosedInGap: true } };
  });
}
