import type { ReactNode } from "react";
import { useElapsed } from "../time-range/use-elapsed.js";
import classes from "./notes.module.css";

/** slowAfterMs is from when on waiting wants an explanation. */
const slowAfterMs = 6_000;

/** SlowNote says that an answer takes longer than usual; it lies over the skeleton, so that nothing moves. */
export function SlowNote(): ReactNode {
  return useElapsed(slowAfterMs) ? (
    <p className={classes.slow}>Still waiting for the server: this takes longer than usual.</p>
  ) : null;
}
