import type { OutOfSequencePolicy } from "@watchfloor/sql";
import { chooseEffectiveParts } from "./choose-effective-parts.js";
import { findOutdated } from "./find-outdated.js";
import { comparePosition, type FoldPart } from "./fold-part.js";

/** PublicationBody is what is remembered of one `change.published` of an entity. */
export interface PublicationBody {
  readonly change: string;
  readonly targetKeys: readonly string[];
  readonly version?: string | undefined;
  /** In force when the event was received; absent = `apply`. */
  readonly policy?: OutOfSequencePolicy | undefined;
}

/** Superseding says that publication `by` ends the runs which publication `of` had opened. */
export interface Superseding {
  readonly of: FoldPart<PublicationBody>;
  readonly by: FoldPart<PublicationBody>;
}

/**
 * findSuperseding pairs each publication of one entity with the next one of another change. Only the next one matters,
 * because the earliest end counts; a publication that arrives late becomes the next of the one before it. One that came out of
 * sequence ends no other, unless its policy is `apply`.
 */
export function findSuperseding(publications: Iterable<FoldPart<PublicationBody>>): Superseding[] {
  const ordered = chooseEffectiveParts(publications).sort(comparePosition);
  const powerless = new Set(findOutdated(ordered).filter(({ body }) => (body.policy ?? "apply") !== "apply"));
  const pairs: Superseding[] = [];
  ordered.forEach((of, index) => {
    const by = ordered.slice(index + 1).find((later) => later.body.change !== of.body.change && !powerless.has(later));
    if (by !== undefined) pairs.push({ of, by });
  });
  return pairs;
}
