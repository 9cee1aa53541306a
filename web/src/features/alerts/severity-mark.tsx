import type { ReactNode } from "react";
import { StateShape, type State } from "../../ui/state-shape.js";

/** AlertSeverity is how bad a level of a rule is. */
export type AlertSeverity = "CRITICAL" | "WARNING" | "INFO";

/** severityWords name the severities for people. */
export const severityWords: Readonly<Record<AlertSeverity, string>> = {
  CRITICAL: "critical",
  WARNING: "warning",
  INFO: "info",
};

const states: Readonly<Record<AlertSeverity, State>> = { CRITICAL: "late", WARNING: "risk", INFO: "ok" };

/** SeverityMark is the shape of a severity with its word: a square critical, a triangle warning, a circle info. */
export function SeverityMark(props: { severity: AlertSeverity }): ReactNode {
  return (
    <span>
      <StateShape state={states[props.severity]} /> {severityWords[props.severity]}
    </span>
  );
}
