import { chooseEffectiveParts } from "./choose-effective-parts.js";
import type { PublicationBody } from "./find-superseding.js";
import type { FoldPart } from "./fold-part.js";
import { isOlderVersion } from "./is-older-version.js";

/**
 * findOutdated returns the publications of one entity that came out of sequence: an earlier one (time, then id) of another change
 * already had a newer version. More publications never take one out again, so what was done about it stays right.
 */
export function findOutdated(publications: Iterable<FoldPart<PublicationBody>>): FoldPart<PublicationBody>[] {
  const outdated: FoldPart<PublicationBody>[] = [];
  let newest: PublicationBody | undefined;
  for (const part of chooseEffectiveParts(publications)) {
    const { version, change } = part.body;
    if (version === undefined) continue;
    if (newest?.version !== undefined && newest.change !== change && isOlderVersion(version, newest.version))
      outdated.push(part);
    else if (newest?.version === undefined || isOlderVersion(newest.version, version)) newest = part.body;
  }
  return outdated;
}
