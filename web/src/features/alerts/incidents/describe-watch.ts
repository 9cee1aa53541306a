import { formatDuration } from "../../../format/format-duration.js";
import type { WatchedRule } from "./incidents-query.js";

/** WatchStanding says who watches, and whether what they say can be relied on. */
export interface WatchStanding {
  readonly watching: number;
  /** isTrusted is false while a rule that watches is late, in trouble or was never evaluated: then no incident proves nothing. */
  readonly isTrusted: boolean;
  /** The sentence for people; '' while there is no rule. */
  readonly words: string;
  /** What cannot be relied on, one sentence each. */
  readonly faults: readonly string[];
}

/** Rules are evaluated a minute after their slot; what is later than this was left behind. */
const lateAfterSeconds = 120;

type Rule = Pick<WatchedRule, "title" | "health" | "isPaused" | "evaluatedAt" | "lagSeconds">;

/** describeWatch says how many rules watch and when they last did; time in which nobody watched is never called good. */
export function describeWatch(rules: readonly Rule[], now: Date): WatchStanding {
  const watching = rules.filter(({ health }) => health !== "PAUSED");
  const failing = watching.filter(({ health }) => health === "ERROR");
  const waiting = watching.filter(({ health }) => health === "WAITING");
  const late = watching.filter(({ health, lagSeconds }) => health !== "ERROR" && (lagSeconds ?? 0) > lateAfterSeconds);
  const newest = Math.max(
    ...watching.map(({ evaluatedAt }) => (evaluatedAt === null ? 0 : Date.parse(evaluatedAt))),
    0,
  );
  const most = Math.max(0, ...late.map(({ lagSeconds }) => lagSeconds ?? 0));
  const faults = [
    ...(failing.length === 0 ? [] : [`${countRules(failing)} could not be evaluated: ${nameSome(failing)}.`]),
    ...(late.length === 0
      ? []
      : [
          `${countRules(late)} ${late.length === 1 ? "is" : "are"} evaluated late, by up to ${formatDuration(Math.round(most / 60) * 60)}.`,
        ]),
    ...(waiting.length === 0
      ? []
      : [`${countRules(waiting)} ${waiting.length === 1 ? "was" : "were"} never evaluated yet.`]),
  ];
  return {
    watching: watching.length,
    isTrusted: watching.length > 0 && faults.length === 0,
    words:
      watching.length === 0
        ? ""
        : `${countRules(watching)} ${watching.length === 1 ? "watches" : "watch"} what you see, ${newest === 0 ? "not evaluated yet" : `evaluated ${renderAgo(newest, now)}`}.`,
    faults,
  };
}

function countRules(rules: readonly unknown[]): string {
  return rules.length === 1 ? "1 rule" : `${rules.length} rules`;
}

function nameSome(rules: readonly Rule[]): string {
  const shown = rules.slice(0, 3).map(({ title }) => title);
  return rules.length > shown.length ? `${shown.join(", ")} and others` : shown.join(", ");
}

/** The slot is a minute older than its evaluation at least: seconds would be noise. */
function renderAgo(at: number, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - at) / 1000);
  return seconds < 180 ? "within the last 3 min" : `${formatDuration(seconds - (seconds % 60))} ago`;
}
