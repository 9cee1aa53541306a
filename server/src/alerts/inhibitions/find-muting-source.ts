import { coversPlace, type RegionOf } from "../audience/alert-place.js";
import { buildMatchLabels } from "../audience/choose-audience.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { matchesAll } from "../mute/label-matcher.js";
import type { ReadInhibition } from "./read-inhibition.js";

const RANK = { critical: 3, warning: 2, info: 1 } as const;

/**
 * findMutingSource returns the firing alert by which an inhibition mutes another one; undefined = it does not. A source is never lighter than its
 * target, of another rule, and of the same client or of all; both lie within what whoever made the inhibition could see.
 */
export function findMutingSource(
  inhibition: ReadInhibition,
  target: FiringAlert,
  { firing, regionOf }: { readonly firing: readonly FiringAlert[]; readonly regionOf: RegionOf },
): FiringAlert | undefined {
  const { limits, equal } = inhibition;
  const labels = buildMatchLabels(target);
  if (!coversPlace(limits, target.place, regionOf) || !matchesAll(inhibition.target, labels)) return undefined;
  return firing.find((source) => {
    if (!mayMute(source, target)) return false;
    const of = buildMatchLabels(source);
    return (
      coversPlace(limits, source.place, regionOf) &&
      matchesAll(inhibition.source, of) &&
      equal.every((label) => (of[label] ?? "") === (labels[label] ?? ""))
    );
  });
}

function mayMute(source: FiringAlert, target: FiringAlert): boolean {
  const isSameClient = source.place.client === "" || source.place.client === target.place.client;
  return source.ruleId !== target.ruleId && isSameClient && RANK[source.severity] >= RANK[target.severity];
}
