import type { ReactNode } from "react";
import classes from "./state-shape.module.css";

/** State is how a thing stands: each has its own colour and its own shape. */
export type State = "ok" | "risk" | "late" | "none";

/** stateWords names the states for people. */
export const stateWords: Readonly<Record<State, string>> = { ok: "ok", risk: "at risk", late: "late", none: "no data" };

/** StateShape draws a state: circle ok, triangle at risk, square late, hatched no data; `label` speaks it where no words stand beside it. */
export function StateShape(props: { state: State; label?: string | undefined }): ReactNode {
  const className = `${classes.shape} ${classes[props.state]}`;
  return props.label === undefined ? (
    <i className={className} aria-hidden="true" />
  ) : (
    <i className={className} role="img" aria-label={props.label} data-tip={props.label} />
  );
}
