import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { useLiveChanges } from "../../live-changes/live-changes-context.js";
import { useNow } from "../../time-range/use-now.js";
import { StateShape } from "../../ui/state-shape.js";
import classes from "./header.module.css";

/** graceMs keeps a short hiccup from flashing a banner. */
const graceMs = 2_500;

/** ConnectionBanner says that the connection is lost and since when; it leaves by itself. */
export function ConnectionBanner(): ReactNode {
  const { state } = useLiveChanges();
  const now = useNow(1_000);
  if (state.lostAt === null || now.getTime() - state.lostAt < graceMs) return null;
  return (
    <div className={classes.banner} role="status">
      <StateShape state="none" />
      <span>
        <strong>The live connection is lost.</strong> What you see is{" "}
        {formatDuration(Math.round((now.getTime() - state.lostAt) / 1000))} old. It recovers by itself as soon as the
        server answers.
      </span>
    </div>
  );
}
