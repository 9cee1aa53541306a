import { formatDuration } from "../../format/format-duration.js";
import type { Outcome, RunState } from "../../graphql/operations.js";
import type { State } from "../../ui/state-shape.js";

/** RunFacts is what the state of a run is told from. */
export interface RunFacts {
  readonly state: RunState;
  readonly outcome: Outcome | null;
  readonly dueAt: string | null;
  readonly latenessSeconds: number | null;
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  SUCCEEDED: "succeeded",
  FAILED: "failed",
  CANCELLED: "cancelled",
  DEAD_LETTERED: "dead-lettered",
  COMPENSATED: "compensated",
};

/** describeRun says how a run stands: "overdue by 2 h", "due in 12 min", "succeeded, 4 min late". */
export function describeRun(run: RunFacts, now: Date): { state: State; words: string } {
  if (run.state === "FINISHED") return describeFinished(run);
  if (run.dueAt === null) return { state: run.state === "OVERDUE" ? "late" : "ok", words: "open" };
  const seconds = Math.round((Date.parse(run.dueAt) - now.getTime()) / 1000);
  if (run.state === "OVERDUE" || seconds < 0)
    return { state: "late", words: `overdue by ${formatDuration(Math.abs(seconds))}` };
  return { state: run.state === "AT_RISK" ? "risk" : "ok", words: `due in ${formatDuration(seconds)}` };
}

function describeFinished(run: RunFacts): { state: State; words: string } {
  const words = run.outcome === null ? "finished" : outcomeWords[run.outcome];
  const isBroken = run.outcome === "FAILED" || run.outcome === "DEAD_LETTERED" || run.outcome === "COMPENSATED";
  const late = run.latenessSeconds ?? 0;
  if (isBroken) return { state: "late", words };
  return late > 0
    ? { state: "risk", words: `${words}, ${formatDuration(Math.round(late))} late` }
    : { state: "ok", words };
}
