import { openingCalendarSchema, type SlaPolicyVersion, type StoredCorrection } from "@watchfloor/sql";
import { ANY_PLACE } from "./policies/place.js";
import { findRestatedFrom, policyFingerprint } from "./policy-fingerprint.js";
import type { SlaBook } from "./sla-book.js";

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const policy: SlaPolicyVersion = {
  ...ANY_PLACE,
  ...{
    id: "a",
    version: 1,
    title: "A",
    limitSeconds: 60,
    target: 0.9,
    windowDays: 30,
    calendar: "",
    pauseReasons: null,
  },
  ...{ tier: "", effectiveFrom: at("2026-01-01"), effectiveUntil: null, createdAt: at("2026-01-01"), createdBy: "p" },
};
const correction: StoredCorrection = {
  ...ANY_PLACE,
  ...{
    id: "x",
    calendar: "",
    from: at("2026-03-05"),
    to: at("2026-03-06"),
    recurrence: "",
    timeZone: "UTC",
    reason: "r",
  },
  ...{
    author: "p",
    requestedAt: at("2026-03-01"),
    approvedBy: "q",
    approvedAt: at("2026-03-02"),
    revokedBy: null,
    revokedAt: null,
  },
};
const calendar = (given: object) =>
  openingCalendarSchema.parse({
    id: "c",
    title: "C",
    timeZone: "UTC",
    week: Array.from({ length: 7 }, () => []),
    ...given,
  });
const book: SlaBook = { policies: [policy], corrections: [], calendars: [calendar({})], stores: [] };
const restated = (after: SlaBook) => {
  const [old, next] = [policyFingerprint(book), policyFingerprint(after)];
  const fromMs = findRestatedFrom(old, next);
  expect(old.text === next.text).toBe(fromMs === undefined);
  return fromMs === undefined ? undefined : new Date(fromMs).toISOString().slice(0, 10);
};

describe("policyFingerprint", () => {
  it.each<[string, SlaBook, string | undefined]>([
    ["nothing", { ...book, policies: [{ ...policy, title: "Other words", tier: "gold" }] }, undefined],
    [
      "a new version",
      { ...book, policies: [policy, { ...policy, version: 2, effectiveFrom: at("2026-02-01") }] },
      "2026-02-01",
    ],
    [
      "a back-dated version",
      { ...book, policies: [policy, { ...policy, version: 2, effectiveFrom: at("2025-06-01") }] },
      "2025-06-01",
    ],
    ["a correction", { ...book, corrections: [correction] }, "2026-03-05"],
    [
      "a date of a calendar",
      { ...book, calendars: [calendar({ exceptions: [{ date: "2026-04-06", hours: [] }] })] },
      "2026-04-06",
    ],
    ["hours of a week", { ...book, calendars: [calendar({ timeZone: "Europe/Berlin" })] }, "1970-01-01"],
    ["the calendar of a store", { ...book, stores: [{ client: "c", id: "s", calendar: "c" }] }, "1970-01-01"],
  ])("says from when figures may differ after a change of %s", (_, after, expected) => {
    expect(restated(after)).toBe(expected);
  });
});
