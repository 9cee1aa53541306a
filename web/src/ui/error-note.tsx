import type { ReactNode } from "react";
import { formatDuration } from "../format/format-duration.js";
import { describeFailure } from "../graphql/describe-failure.js";
import { useNow } from "../time-range/use-now.js";
import classes from "./notes.module.css";

interface ErrorNoteProps {
  readonly what: string;
  readonly error: Error;
  /** asOfMs is the time of the data still shown, null when there is none. */
  readonly asOfMs: number | null;
  readonly onRetry: () => void;
}

/** ErrorNote says what failed, how old the data shown is, what happens next, and offers to try again where that can help. */
export function ErrorNote(props: ErrorNoteProps): ReactNode {
  const now = useNow(5_000);
  const { what } = props;
  const age = props.asOfMs === null ? null : Math.max(0, (now.getTime() - props.asOfMs) / 1000);
  const failure = describeFailure(props.error, what);
  return (
    <div className={classes.error} role="alert">
      <div>
        <strong>{age === null ? failure.title : `Shown as of ${formatDuration(Math.round(age))} ago.`}</strong>{" "}
        {age === null ? "" : `${failure.title} `}
        {failure.detail}
      </div>
      {failure.canRetry ? (
        <button type="button" className={classes.button} onClick={props.onRetry}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
