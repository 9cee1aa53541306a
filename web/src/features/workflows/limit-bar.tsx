import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatRatio } from "../../format/format-ratio.js";
import type { State } from "../../ui/state-shape.js";
import classes from "./limit-bar.module.css";

/** LimitBar shows how much of its limit a duration uses; beyond the limit it is full and coloured. */
export function LimitBar(props: { seconds: number | null; limitSeconds: number | null; state: State }): ReactNode {
  const { seconds, limitSeconds } = props;
  if (limitSeconds === null || limitSeconds === 0)
    return (
      <span className={classes.none} data-tip="This workflow has no limit.">
        –
      </span>
    );
  const share = seconds === null ? 0 : seconds / limitSeconds;
  const tone = share > 1 ? "late" : share >= 0.8 ? "risk" : "ok";
  const label =
    seconds === null
      ? `limit ${formatDuration(limitSeconds)}`
      : `${formatRatio(share)} of the limit of ${formatDuration(limitSeconds)}`;
  return (
    <span className={classes.cell} data-tip={label}>
      <span className={classes.bar} data-tone={tone} role="img" aria-label={label}>
        <i style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className={classes.limit}>{formatDuration(limitSeconds)}</span>
    </span>
  );
}
