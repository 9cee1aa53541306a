/** Parts is what a group adds to a metric: to its numerator and its denominator; a count has no denominator. */
export interface Parts {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** GroupChange is one group before and now; undefined = it had no rows. */
export interface GroupChange<Key> {
  readonly key: Key;
  readonly current: Parts | undefined;
  readonly previous: Parts | undefined;
}

/** Contribution is how much of the change of the total one group explains; over all groups they sum to the change. */
export interface Contribution<Key> extends GroupChange<Key> {
  readonly contribution: number;
}

const NOTHING: Parts = { numerator: 0, denominator: 0 };

/**
 * decomposeChange splits the change of a total into what each group explains of it. Counts: the difference of the group. Ratios
 * R = N / D: with R0 the earlier ratio, (n1 - R0 d1) / D1 - (n0 - R0 d0) / D0, which holds both a group that became worse and a bad
 * group that became larger, and sums to R1 - R0 exactly. Undefined where one of the ranges has denominator 0. Sorted by size.
 */
export function decomposeChange<Key>(
  total: { current: Parts; previous: Parts },
  groups: readonly GroupChange<Key>[],
): Contribution<Key>[] | undefined {
  const explain = buildExplanation(total.current, total.previous);
  if (explain === undefined) return undefined;
  return groups
    .map((group) => ({ ...group, contribution: explain(group.current ?? NOTHING, group.previous ?? NOTHING) }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution));
}

function buildExplanation(current: Parts, previous: Parts): ((now: Parts, before: Parts) => number) | undefined {
  const [now, before] = [current.denominator, previous.denominator];
  if (now === null || before === null) return (one, other) => one.numerator - other.numerator;
  if (now === 0 || before === 0) return undefined;
  const ratio = previous.numerator / before;
  const excess = (parts: Parts) => parts.numerator - ratio * (parts.denominator ?? 0);
  return (one, other) => excess(one) / now - excess(other) / before;
}
