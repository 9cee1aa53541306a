import { formatDuration } from "../../format/format-duration.js";
import type { State } from "../../ui/state-shape.js";
import type { PromotionAnswer, PromotionRow } from "./promotions-query.js";

type Gate = PromotionRow["gates"][number];
type Target = NonNullable<PromotionAnswer>["targets"][number];

const states: Readonly<Record<PromotionRow["state"], { words: string; shape: State }>> = {
  LATE: { words: "late", shape: "late" },
  BLOCKED: { words: "a gate holds it up", shape: "risk" },
  ROLLING_OUT: { words: "rolling out", shape: "ok" },
  PLANNED: { words: "planned", shape: "ok" },
  LIVE: { words: "live everywhere", shape: "ok" },
};

/** describePromotion says how a promotion stands, and with which shape. */
export function describePromotion({ state }: Pick<PromotionRow, "state">): { words: string; shape: State } {
  return states[state];
}

/** renderCountdown says how long it is to the start, or how long ago that was. */
export function renderCountdown(startsAt: string | null, now: Date): string {
  if (startsAt === null) return "no start given";
  const seconds = Math.round((Date.parse(startsAt) - now.getTime()) / 1000);
  if (Math.abs(seconds) < 30) return "now";
  return seconds > 0 ? `in ${formatDuration(dropSeconds(seconds))}` : `${formatDuration(dropSeconds(-seconds))} ago`;
}

/** Seconds are noise on a board that looks days ahead. */
function dropSeconds(seconds: number): number {
  return Math.max(60, seconds - (seconds % 60));
}

const gateStates: Readonly<Record<Gate["state"], { words: string; shape: State }>> = {
  GREEN: { words: "given", shape: "ok" },
  WAITING: { words: "awaited", shape: "none" },
  LATE: { words: "past its deadline", shape: "risk" },
  RED: { words: "not given", shape: "late" },
};

/** describeGate says how a gate stands, and with which shape. */
export function describeGate({ state }: Pick<Gate, "state">): { words: string; shape: State } {
  return gateStates[state];
}

/** describeTarget says how a target stands, and with which shape. */
export function describeTarget({ state, isLate }: Pick<Target, "state" | "isLate">): { words: string; shape: State } {
  if (state === "LIVE") return isLate ? { words: "live, late", shape: "risk" } : { words: "live", shape: "ok" };
  if (state === "FAILED") return { words: "failed", shape: "late" };
  if (state === "OUTDATED") return { words: "has an older version", shape: isLate ? "late" : "risk" };
  return isLate ? { words: "missing", shape: "late" } : { words: "on its way", shape: "none" };
}
