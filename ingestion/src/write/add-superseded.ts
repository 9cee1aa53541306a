import { findSuperseding, type PublicationBody } from "../resolve/find-superseding.js";
import { isSamePart, type FoldPart, type Subject } from "../resolve/fold-part.js";
import { buildTargetRunId } from "../resolve/resolve-change-parts.js";
import type { RunPartBody } from "../resolve/run-part-body.js";
import type { SubjectState } from "../resolve/subject-state.js";
import { addContribution, type Contributions } from "./contribution.js";

/**
 * addSuperseded adds the ends that publications bring to runs of earlier ones (CONTRACT 2.2, supersession); of the pairs of one
 * entity only those in which one of `touched` stands, the others were added when theirs were.
 */
export function addSuperseded(contributions: Contributions, state: SubjectState, touched: readonly FoldPart[]): void {
  const isTouched = (part: FoldPart) => touched.some((known) => isSamePart(known, part));
  for (const { of, by } of findSuperseding(state.parts as readonly FoldPart<PublicationBody>[]))
    if (isTouched(of) || isTouched(by)) addEnds(contributions, state.subject, of, by);
}

function addEnds(
  contributions: Contributions,
  publication: Subject,
  of: FoldPart<PublicationBody>,
  by: FoldPart<PublicationBody>,
): void {
  const body: RunPartBody = { isSuperseded: true };
  const { source, id, timeMs, contentHash } = by;
  for (const targetKey of of.body.targetKeys)
    addContribution(
      contributions,
      { ...publication, kind: "run", id: buildTargetRunId(of.body.change, targetKey) },
      { source, id, name: "superseded", timeMs, contentHash, body },
    );
}
