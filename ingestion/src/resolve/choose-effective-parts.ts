import { comparePosition, type FoldPart } from "./fold-part.js";

/**
 * chooseEffectiveParts sorts the parts of one subject by (time, id) and keeps one content for each event identity:
 * of two contents sent under one identity the greater hash counts, whatever came first.
 */
export function chooseEffectiveParts<Body>(parts: Iterable<FoldPart<Body>>): FoldPart<Body>[] {
  const byIdentity = new Map<string, FoldPart<Body>>();
  for (const part of parts) {
    const identity = `${part.source}\0${part.id}\0${part.name}`;
    const known = byIdentity.get(identity);
    if (known === undefined || part.contentHash > known.contentHash) byIdentity.set(identity, part);
  }
  return [...byIdentity.values()].sort(comparePosition);
}
