import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { useLiveChanges } from "../../live-changes/live-changes-context.js";
import { useNow } from "../../time-range/use-now.js";
import { renderFreshness } from "./render-freshness.js";
import classes from "./header.module.css";

/** Freshness says how old what is shown can be, and holds the switch that pauses the page. */
export function Freshness(): ReactNode {
  const { state, pause } = useLiveChanges();
  const now = useNow(1_000);
  const words = renderFreshness(state, now.getTime());
  const kind = state.isPaused ? "paused" : state.connection;
  const age =
    state.changedAt === null
      ? "no change yet"
      : `last change ${formatDuration(Math.round((now.getTime() - state.changedAt) / 1000))} ago`;
  return (
    <div className={classes.live}>
      <i className={classes.dot} data-is={kind} aria-hidden="true" />
      <span className={classes.words} data-tip={`Changes arrive by themselves, ${age}.`}>
        {words}
      </span>
      <button
        type="button"
        className={classes.small}
        aria-pressed={state.isPaused}
        aria-label={state.isPaused ? "Go on following changes" : "Pause: keep the page as it is"}
        data-tip={state.isPaused ? "Go on following changes" : "Keep the page as it is"}
        onClick={() => pause(!state.isPaused)}
      >
        {state.isPaused ? "Resume" : "Pause"}
      </button>
    </div>
  );
}
