import type { Labels } from "../instance/fingerprint-labels.js";
import { matchesAll, type LabelMatcher } from "./label-matcher.js";

/** Silence mutes notifications from `startsAt` until just before `endsAt`, in epoch milliseconds. It never mutes evaluation. */
export interface Silence {
  readonly matchers: readonly LabelMatcher[];
  readonly startsAt: number;
  readonly endsAt: number;
}

/** SilenceState is where a silence stands at an instant. */
export type SilenceState = "pending" | "active" | "expired";

/** decideSilenceState says it. */
export function decideSilenceState({ startsAt, endsAt }: Silence, at: number): SilenceState {
  if (at < startsAt) return "pending";
  return at < endsAt ? "active" : "expired";
}

/** isSilenced tells whether an active silence matches labels. */
export function isSilenced(silences: readonly Silence[], labels: Labels, at: number): boolean {
  return silences.some(
    (silence) => decideSilenceState(silence, at) === "active" && matchesAll(silence.matchers, labels),
  );
}
