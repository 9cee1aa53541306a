import { describeContact } from "./describe-contact.js";

const now = new Date("2026-04-10T12:00:00Z");
const fine = { isEnabled: true, isConfirmed: true, trouble: null };
const on = { pausedUntil: null };
const paused = { pausedUntil: "2026-04-11T12:00:00Z" };

it.each([
  ["off before all else", { ...fine, isEnabled: false, isConfirmed: false }, [on], "none", "switched off"],
  ["not confirmed", { ...fine, isConfirmed: false, trouble: "x" }, [on], "risk", "waits to be confirmed"],
  ["in trouble", { ...fine, trouble: "404" }, [], "late", "in trouble"],
  ["without a subscription", fine, [], "risk", "subscribed to nothing"],
  ["with all paused", fine, [paused], "none", "paused by its reader"],
  ["with one paused", fine, [paused, on], "ok", "is told"],
  ["whose pause is over", fine, [{ pausedUntil: "2026-04-10T12:00:00Z" }], "ok", "is told"],
])("a contact %s", (_, contact, subscriptions, state, words) =>
  expect(describeContact(contact, subscriptions, now)).toEqual({ state, words }),
);
