import { chooseEffectiveParts } from "./choose-effective-parts.js";
import { comparePosition, type FoldPart } from "./fold-part.js";

/** PublicationBody is what is remembered of one `change.published` of an entity. */
export interface PublicationBody {
  readonly change: string;
  readonly targetKeys: readonly string[];
}

/** Superseding says that publication `by` ends the runs which publication `of` had opened. */
export interface Superseding {
  readonly of: FoldPart<PublicationBody>;
  readonly by: FoldPart<PublicationBody>;
}

/**
 * findSuperseding pairs each publication of one entity with the next one of another change. Only the next one matters,
 * because the earliest end counts; a publication that arrives late becomes the next of the one before it.
 */
export function findSuperseding(publications: Iterable<FoldPart<PublicationBody>>): Superseding[] {
  const ordered = chooseEffectiveParts(publications).sort(comparePosition);
  const pairs: Superseding[] = [];
  ordered.forEach((of, index) => {
    const by = ordered.slice(index + 1).find((later) => later.body.change !== of.body.change);
    if (by !== undefined) pairs.push({ of, by });
  });
  return pairs;
}
