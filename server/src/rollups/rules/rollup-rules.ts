import { policyFingerprint, findRestatedFrom, type PolicyFingerprint } from "../../sla/policy-fingerprint.js";
import { buildPromiseRules, type PromiseRules } from "../../sla/promises/promise-rules.js";
import type { SlaBook } from "../../sla/sla-book.js";

/** StoredRules say by what the promises in the rollups of a tenant were counted. */
export interface StoredRules {
  /** Grows with each change: cells of a greater one win. 0 = never had any policies. */
  readonly generation: number;
  /** '' = by the deadlines of sources alone. */
  readonly fingerprint: string;
  readonly parts: PolicyFingerprint["parts"];
  /** From when on, in epoch milliseconds, hours wait to be counted by it; undefined = all are. */
  readonly restatedFrom: number | undefined;
}

/** NO_STORED_RULES are those of a tenant that never had policies. */
export const NO_STORED_RULES: StoredRules = { generation: 0, fingerprint: "", parts: {}, restatedFrom: undefined };

/** BookRules is a book as rollups see it. */
export interface BookRules extends PolicyFingerprint {
  readonly promises: PromiseRules | undefined;
}

const known = new WeakMap<SlaBook, BookRules>();

/**
 * readBookRules sums up a book: without a policy that is ever in force nothing else of it matters, and the text is ''. Rules of time
 * zones come with the runtime, so its version counts where there are clocks.
 */
export function readBookRules(book: SlaBook): BookRules {
  const read = known.get(book) ?? sumUp(book);
  known.set(book, read);
  return read;
}

function sumUp(book: SlaBook): BookRules {
  const promises = buildPromiseRules(book);
  if (promises === undefined) return { promises, text: "", parts: {} };
  const { text, parts } = policyFingerprint(book);
  return {
    promises,
    parts,
    text: promises.plan.clocks.length === 0 ? text : `${text} ${process.versions["tz"] ?? ""}`,
  };
}

/** isCountedBy tells whether every hour that is rolled up was counted by a book. */
export function isCountedBy(stored: StoredRules, book: SlaBook): boolean {
  return stored.restatedFrom === undefined && stored.fingerprint === readBookRules(book).text;
}

/** decideRestatement returns from when on figures may differ when the rules of a tenant become those of a book; undefined = nothing changes. */
export function decideRestatement(stored: StoredRules, book: SlaBook): number | undefined {
  const next = readBookRules(book);
  if (stored.fingerprint === next.text) return stored.restatedFrom;
  const before = { text: stored.fingerprint, parts: stored.parts };
  const changed =
    isOfPolicies(before) === isOfPolicies(next) ? findRestatedFrom(before, next) : findBegin(before, next);
  // Where no part says what changed, the rules of time zones did.
  return Math.min(stored.restatedFrom ?? Infinity, changed ?? 0);
}

function isOfPolicies({ text }: PolicyFingerprint): boolean {
  return text !== "";
}

/** Whoever gets the first policy, or loses the last one: hours and corrections mean nothing without one. */
function findBegin(...both: readonly PolicyFingerprint[]): number {
  const policies = both.flatMap(({ parts }) => Object.entries(parts)).filter(([key]) => key.startsWith('["policy"'));
  return Math.min(...policies.map(([, { fromMs }]) => fromMs));
}
