import type { ReactNode } from "react";
import type { SilenceState } from "./decide-silence-state.js";
import classes from "./silences.module.css";

/** silenceStateWords name where a silence stands. */
export const silenceStateWords: Readonly<Record<SilenceState, string>> = {
  planned: "planned",
  runs: "mutes now",
  over: "over",
};

/** SilenceStateMark is a small bar drawn as on the time line, with its word. */
export function SilenceStateMark(props: { state: SilenceState }): ReactNode {
  return (
    <span className={classes.mark}>
      <i className={classes.bar} data-state={props.state} aria-hidden="true" />
      {silenceStateWords[props.state]}
    </span>
  );
}
