import type { AlertKind, AlertRuleHealth } from "../../../graphql/operations.js";
import type { State } from "../../../ui/state-shape.js";

/** kindWords name the kinds of rules for people. */
export const kindWords: Readonly<Record<AlertKind, string>> = {
  THRESHOLD: "threshold",
  CHANGE: "change",
  BURN: "error budget",
  FRESHNESS: "freshness",
  ANOMALY: "anomaly",
  READINESS: "launch readiness",
  OBLIGATIONS: "obligations",
  NO_DATA: "no data",
};

/** kindHelp says what each kind is good for. */
export const kindHelp: Readonly<Record<AlertKind, string>> = {
  THRESHOLD: "A metric over a window is above or below a value.",
  CHANGE: "A metric has moved against the same window some time earlier.",
  BURN: "An objective is missed so fast that its error budget runs out, in three speeds.",
  FRESHNESS: "A feed, store or partner has said nothing for too long, in the time in which it is open.",
  ANOMALY: "A series has left its usual band.",
  READINESS: "A promotion starts soon and a gate is not green.",
  OBLIGATIONS: "Too much is overdue or about to be, by number or by money.",
  NO_DATA: "Nothing is recorded where something usually is at this hour.",
};

/** kindOf reads the kind of a definition ("no_data") as the server names it. */
export function kindOf(word: string): AlertKind | undefined {
  const kind = word.toUpperCase();
  return isKind(kind) ? kind : undefined;
}

function isKind(word: string): word is AlertKind {
  return word in kindWords;
}

/** healthWords say how a rule is doing. */
export const healthWords: Readonly<Record<AlertRuleHealth, string>> = {
  OK: "ok",
  ERROR: "error",
  LIMIT: "too many instances",
  WAITING: "not evaluated yet",
  PAUSED: "paused",
};

/** healthStates give the health of a rule its shape. */
export const healthStates: Readonly<Record<AlertRuleHealth, State>> = {
  OK: "ok",
  ERROR: "late",
  LIMIT: "risk",
  WAITING: "none",
  PAUSED: "none",
};
