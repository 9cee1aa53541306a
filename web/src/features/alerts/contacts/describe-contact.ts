import type { State } from "../../../ui/state-shape.js";
import type { Contact, Subscription } from "./contacts-query.js";

/** ContactState is how a contact stands, in a shape and words. */
export interface ContactState {
  readonly state: State;
  readonly words: string;
}

/** describeContact says whether a contact is told anything, and if not, why. */
export function describeContact(
  { isEnabled, isConfirmed, trouble }: Pick<Contact, "isEnabled" | "isConfirmed" | "trouble">,
  subscriptions: readonly Pick<Subscription, "pausedUntil">[],
  now: Date,
): ContactState {
  if (!isEnabled) return { state: "none", words: "switched off" };
  if (!isConfirmed) return { state: "risk", words: "waits to be confirmed" };
  if (trouble !== null) return { state: "late", words: "in trouble" };
  if (subscriptions.length === 0) return { state: "risk", words: "subscribed to nothing" };
  const isPaused = subscriptions.every(({ pausedUntil }) => pausedUntil !== null && new Date(pausedUntil) > now);
  return isPaused ? { state: "none", words: "paused by its reader" } : { state: "ok", words: "is told" };
}
