/** A question that fails now and then is nobody's trouble. */
const LEAST_MS = 300_000;

/** WatchedRule is a rule in force, as far as its own health goes. */
export interface WatchedRule {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** `error` = it cannot be asked, `limit` = more of its groups move than are kept; null = it is well. */
  readonly trouble: "error" | "limit" | null;
  /** The first slot that failed, in epoch milliseconds. */
  readonly failingSince: number | null;
  readonly message: string;
}

/** RuleHealthTurn is what is to be told of the health of rules: each that fails once, until it is well again. */
export interface RuleHealthTurn {
  /** Those that fail and were told, from now on. */
  readonly told: readonly string[];
  readonly fresh: readonly WatchedRule[];
  /** Whether none of several rules can be asked: then it is not the rules. */
  readonly isEverything: boolean;
  /** Whether everything that was told is over. */
  readonly isOver: boolean;
}

/** decideRuleHealth says which rules have failed three times in a row and for five minutes, or are beyond their limit, and were not told yet. */
export function decideRuleHealth(
  before: readonly string[],
  rules: readonly WatchedRule[],
  now: number,
): RuleHealthTurn {
  const failing = rules.filter(({ trouble }) => trouble !== null);
  const known = new Set(before);
  const fresh = failing.filter(
    ({ id, trouble, failingSince }) =>
      !known.has(id) && (trouble === "limit" || (failingSince !== null && now - failingSince >= LEAST_MS)),
  );
  const told = failing.filter((rule) => known.has(rule.id) || fresh.includes(rule)).map(({ id }) => id);
  const isEverything = rules.length > 1 && rules.every(({ trouble }) => trouble === "error");
  return { told, fresh, isEverything, isOver: before.length > 0 && told.length === 0 };
}
