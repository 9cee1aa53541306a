import { matchesAll, type LabelMatcher } from "../mute/label-matcher.js";

/** InhibitionEnds are what mutes, and what is muted. */
export interface InhibitionEnds {
  readonly id: string;
  readonly source: readonly LabelMatcher[];
  readonly target: readonly LabelMatcher[];
}

/**
 * findInhibitionCycle returns the ids of inhibitions by which an alert could mute itself, or two each other; undefined = there are none. What
 * could be told apart by the values that matchers ask for is apart; of anything else it is held that it could be one alert.
 */
export function findInhibitionCycle(inhibitions: readonly InhibitionEnds[]): readonly string[] | undefined {
  const follows = new Map(
    inhibitions.map((from) => [from, inhibitions.filter((to) => couldBeOne(from.target, to.source))] as const),
  );
  const done = new Set<InhibitionEnds>();
  const walk = (at: InhibitionEnds, path: readonly InhibitionEnds[]): readonly string[] | undefined => {
    const seen = path.indexOf(at);
    if (seen !== -1) return path.slice(seen).map(({ id }) => id);
    if (done.has(at)) return undefined;
    for (const next of follows.get(at) ?? []) {
      const found = walk(next, [...path, at]);
      if (found !== undefined) return found;
    }
    done.add(at);
    return undefined;
  };
  for (const inhibition of inhibitions) {
    const found = walk(inhibition, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether one alert could pass both: no label must have a value for the one that the other refuses. */
function couldBeOne(left: readonly LabelMatcher[], right: readonly LabelMatcher[]): boolean {
  const all = [...left, ...right];
  return all
    .filter(({ op }) => op === "=")
    .every(({ label, value }) =>
      matchesAll(
        all.filter((matcher) => matcher.label === label),
        { [label]: value },
      ),
    );
}
