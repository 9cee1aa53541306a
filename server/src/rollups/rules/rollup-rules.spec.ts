import { type SlaPolicyVersion, type StoredCorrection } from "@watchfloor/sql";
import { ANY_PLACE } from "../../sla/policies/place.js";
import { GOLDEN_BOOK } from "../../sla/testing/golden-book.js";
import type { SlaBook } from "../../sla/sla-book.js";
import { decideRestatement, isCountedBy, NO_STORED_RULES, readBookRules, type StoredRules } from "./rollup-rules.js";

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const [base] = GOLDEN_BOOK.policies;
const policy = (given: Partial<SlaPolicyVersion>): SlaPolicyVersion => ({
  // NOTE: the golden book has policies.
  ...(base as SlaPolicyVersion),
  ...ANY_PLACE,
  ...{ id: "a", calendar: "", effectiveFrom: at("2026-03-01") },
  ...given,
});
const closed: StoredCorrection = {
  ...ANY_PLACE,
  ...{ id: "x", calendar: "", from: at("2026-02-01"), to: at("2026-02-02"), recurrence: "", timeZone: "UTC" },
  ...{ reason: "r", author: "p", requestedAt: at("2026-04-01"), approvedBy: "q", approvedAt: at("2026-04-01") },
  ...{ revokedBy: null, revokedAt: null },
};
const NOTHING: SlaBook = { ...GOLDEN_BOOK, policies: [], corrections: [] };
const CLOSED: SlaBook = { ...NOTHING, corrections: [closed] };
const ONE: SlaBook = { ...NOTHING, policies: [policy({})] };
const TWO: SlaBook = { ...ONE, policies: [policy({}), policy({ id: "b", effectiveFrom: at("2026-05-01") })] };
const ONE_CLOSED: SlaBook = { ...ONE, corrections: [closed] };
const RETIRED: SlaBook = {
  ...ONE,
  policies: [policy({}), policy({ version: 2, effectiveUntil: at("2026-03-01") })],
};

function stored(book: SlaBook, restatedFrom?: Date): StoredRules {
  const { text, parts } = readBookRules(book);
  return { generation: 3, fingerprint: text, parts, restatedFrom: restatedFrom?.getTime() };
}

describe("decideRestatement", () => {
  const cases: readonly [string, StoredRules, SlaBook, Date | undefined][] = [
    ["nobody ever had policies", NO_STORED_RULES, NOTHING, undefined],
    ["corrections mean nothing without policies", NO_STORED_RULES, CLOSED, undefined],
    ["a policy that was never in force is none", NO_STORED_RULES, RETIRED, undefined],
    ["the first policy", NO_STORED_RULES, ONE, at("2026-03-01")],
    ["the first policy, where corrections were there before", NO_STORED_RULES, ONE_CLOSED, at("2026-03-01")],
    ["the same policies", stored(ONE), ONE, undefined],
    ["the same policies, not all counted yet", stored(ONE, at("2026-03-09")), ONE, at("2026-03-09")],
    ["one more policy", stored(ONE), TWO, at("2026-05-01")],
    ["one more policy, not all counted yet", stored(ONE, at("2026-03-09")), TWO, at("2026-03-09")],
    ["one policy less", stored(TWO), ONE, at("2026-05-01")],
    ["the last policy goes", stored(TWO), NOTHING, at("2026-03-01")],
    ["the last policy is retired", stored(ONE), RETIRED, at("2026-03-01")],
    ["a correction, back-dated", stored(ONE), ONE_CLOSED, at("2026-02-01")],
    ["a correction revoked", stored(ONE_CLOSED), ONE, at("2026-02-01")],
    ["rules of time zones", { ...stored(ONE), fingerprint: `${stored(ONE).fingerprint} 2020a` }, ONE, at("1970-01-01")],
  ];
  it.each(cases)("%s", (_, before, book, expected) => {
    expect(decideRestatement(before, book)).toBe(expected?.getTime());
  });
});

describe("isCountedBy", () => {
  const cases: readonly [string, StoredRules, SlaBook, boolean][] = [
    ["no policies, none before", NO_STORED_RULES, CLOSED, true],
    ["no policies any more", stored(ONE), NOTHING, false],
    ["other policies", stored(ONE), TWO, false],
    ["the same", stored(TWO), TWO, true],
    ["the same, not all counted yet", stored(TWO, at("2026-03-09")), TWO, false],
    ["the first ones, nothing counted by them", NO_STORED_RULES, ONE, false],
  ];
  it.each(cases)("%s", (_, before, book, expected) => {
    expect(isCountedBy(before, book)).toBe(expected);
  });
});
