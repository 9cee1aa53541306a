import type { GateRow } from "../promotion-row.js";

/** GATE_STATES: GREEN has succeeded, RED was declined or failed, LATE is open past its deadline, WAITING is open. */
export const GATE_STATES = ["GREEN", "WAITING", "LATE", "RED"] as const;

/** GateState is one of them. */
export type GateState = (typeof GATE_STATES)[number];

/** decideGate says how a gate stands at an instant. */
export function decideGate(
  { finishedAtMs, outcome, dueAtMs }: Pick<GateRow, "finishedAtMs" | "outcome" | "dueAtMs">,
  nowMs: number,
): GateState {
  if (finishedAtMs !== null && finishedAtMs <= nowMs) return outcome === "succeeded" ? "GREEN" : "RED";
  return dueAtMs !== null && dueAtMs < nowMs ? "LATE" : "WAITING";
}
