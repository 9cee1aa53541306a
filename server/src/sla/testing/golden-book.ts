import { openingCalendarSchema, type SlaPolicyVersion } from "@watchfloor/sql";
import { ANY_PLACE } from "../policies/place.js";
import { STORE_CALENDAR } from "../policies/build-policy-phases.js";
import type { SlaBook } from "../sla-book.js";

const SINCE_EVER = new Date(0);
const policy: SlaPolicyVersion = {
  ...ANY_PLACE,
  ...{ id: "hostile' OR 1=1", version: 1, title: "T", limitSeconds: 60, target: 0.99, windowDays: 30, calendar: "" },
  ...{
    pauseReasons: null,
    tier: "",
    effectiveFrom: SINCE_EVER,
    effectiveUntil: null,
    createdAt: SINCE_EVER,
    createdBy: "p",
  },
};

/** GOLDEN_BOOK has one of everything that shapes the SQL of promises. */
export const GOLDEN_BOOK: SlaBook = {
  policies: [
    policy,
    { ...policy, id: "store", client: "c1", workflow: "hostile", calendar: STORE_CALENDAR, pauseReasons: ["hostile"] },
    { ...policy, id: "later", channel: "web", effectiveFrom: new Date("2025-06-01T00:00:00Z") },
  ],
  corrections: [
    {
      ...ANY_PLACE,
      ...{
        id: "x",
        calendar: "",
        client: "c1",
        from: SINCE_EVER,
        to: new Date(1_000),
        recurrence: "",
        timeZone: "UTC",
      },
      ...{ reason: "r", author: "p", requestedAt: SINCE_EVER, approvedBy: "q", approvedAt: SINCE_EVER },
      ...{ revokedBy: null, revokedAt: null },
    },
  ],
  calendars: [
    openingCalendarSchema.parse({
      id: "hostile",
      title: "H",
      timeZone: "UTC",
      week: Array.from({ length: 7 }, () => []),
    }),
  ],
  stores: [{ client: "c1", id: "s1", calendar: "hostile" }],
};
