import type { OutOfSequencePolicy } from "@watchfloor/sql";
import { findOutdated } from "../resolve/find-outdated.js";
import { findSuperseding, type PublicationBody } from "../resolve/find-superseding.js";
import { isSamePart, type FoldPart, type Subject } from "../resolve/fold-part.js";
import { buildTargetRunId } from "../resolve/resolve-change-parts.js";
import type { RunPartBody } from "../resolve/run-part-body.js";
import type { SubjectState } from "../resolve/subject-state.js";
import { addContribution, type Contributions } from "./contribution.js";
import type { RowWriter } from "./rows/row-writer.js";
import { writeOutdatedRow } from "./rows/write-out-of-sequence-row.js";

type Publication = FoldPart<PublicationBody>;

/** What a publication that came out of sequence does to the runs it opened; nothing where it is applied like any other. */
const OUTDATED_PARTS: Readonly<
  Record<Exclude<OutOfSequencePolicy, "apply">, { readonly name: string; readonly body: RunPartBody }>
> = {
  applyIfNewer: { name: "outdated", body: { isOutdated: true } },
  ignore: { name: "ignored", body: { isIgnored: true } },
  hold: { name: "held", body: { pause: { isEnd: false, reason: "out of sequence" } } },
};

/**
 * addSuperseded adds what publications of one entity do to each other's runs (CONTRACT 2.2, supersession), and counts those that
 * came out of sequence; only pairs in which one of `touched` stands, the others were added when theirs were.
 */
export function addSuperseded(
  given: { readonly contributions: Contributions; readonly outOfSequence: RowWriter },
  state: SubjectState,
  touched: readonly FoldPart[],
): void {
  const { contributions, outOfSequence } = given;
  const publications = state.parts as readonly Publication[];
  const isTouched = (part: FoldPart) => touched.some((known) => isSamePart(known, part));
  for (const { of, by } of findSuperseding(publications))
    if (isTouched(of) || isTouched(by))
      addToRuns(contributions, state.subject, of, { ...by, name: "superseded", body: { isSuperseded: true } });
  // TRICKY: which one of them made it outdated is not looked for: what is added is the same whenever it is added again.
  for (const outdated of findOutdated(publications)) {
    writeOutdatedRow(outOfSequence, state.subject, outdated);
    const { policy = "apply" } = outdated.body;
    if (policy !== "apply")
      addToRuns(contributions, state.subject, outdated, { ...outdated, ...OUTDATED_PARTS[policy] });
  }
}

function addToRuns(
  contributions: Contributions,
  subject: Subject,
  { body }: Publication,
  part: FoldPart<RunPartBody>,
): void {
  const { source, id, name, timeMs, contentHash } = part;
  for (const targetKey of body.targetKeys)
    addContribution(
      contributions,
      { ...subject, kind: "run", id: buildTargetRunId(body.change, targetKey) },
      { source, id, name, timeMs, contentHash, body: part.body },
    );
}
