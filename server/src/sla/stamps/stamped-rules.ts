import type { PromiseRules } from "../promises/promise-rules.js";

/** StampedRules are rules by which rows were decided when they were written. */
export interface StampedRules extends PromiseRules {
  readonly book: string;
  readonly isStamped: true;
}

const known = new WeakMap<PromiseRules, StampedRules>();

/** readStampedRules returns the same rules for statements that go by stamps; undefined where no row can have one. */
export function readStampedRules(rules: PromiseRules | undefined): StampedRules | undefined {
  if (rules?.book === undefined) return undefined;
  const stamped = known.get(rules) ?? { ...rules, book: rules.book, isStamped: true };
  known.set(rules, stamped);
  return stamped;
}

/** isStamped tells rules for statements that go by stamps from those for statements that decide in full. */
export function isStamped(rules: PromiseRules): rules is StampedRules {
  return "isStamped" in rules;
}
