import type { ReactNode } from "react";
import { formatDuration } from "../format/format-duration.js";
import { useNow } from "../time-range/use-now.js";
import classes from "./notes.module.css";

interface ErrorNoteProps {
  readonly what: string;
  readonly error: Error;
  /** asOfMs is the time of the data still shown, null when there is none. */
  readonly asOfMs: number | null;
  readonly onRetry: () => void;
}

/** ErrorNote says what failed, how old the data shown is, and offers to try again. */
export function ErrorNote(props: ErrorNoteProps): ReactNode {
  const now = useNow(5_000);
  const age = props.asOfMs === null ? null : Math.max(0, (now.getTime() - props.asOfMs) / 1000);
  return (
    <div className={classes.error} role="alert">
      <div>
        <strong>
          {age === null ? `Could not load ${props.what}.` : `Shown as of ${formatDuration(Math.round(age))} ago.`}
        </strong>{" "}
        {age === null ? props.error.message : `Could not refresh ${props.what}: ${props.error.message}`}
      </div>
      <button type="button" className={classes.button} onClick={props.onRetry}>
        Try again
      </button>
    </div>
  );
}
