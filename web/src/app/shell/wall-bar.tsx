import type { ReactNode } from "react";
import { formatClock } from "../../format/format-instant.js";
import { renderRange } from "../../time-range/render-range.js";
import { useNow } from "../../time-range/use-now.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { Freshness } from "./freshness.js";
import classes from "./wall-bar.module.css";
import { useShellSearch } from "./use-shell-search.js";
import { useWakefulScreen } from "./use-wakeful-screen.js";

/** WallBar is all that a screen on the wall needs above the page: whose it is, over which time, how fresh, and what time it is. */
export function WallBar(): ReactNode {
  const { me, range, timeZone } = useWorkspace();
  const { change } = useShellSearch();
  const now = useNow(1_000);
  useWakefulScreen();
  return (
    <header className={classes.bar}>
      <strong>{me.tenant.title}</strong>
      <span>
        {range.kind === "preset" ? "last " : ""}
        {renderRange(range, timeZone)}
      </span>
      <Freshness />
      <button type="button" className={classes.leave} onClick={() => change({ wall: undefined })}>
        Leave the wall screen
      </button>
      <time dateTime={now.toISOString()} className={classes.clock}>
        {formatClock(now, timeZone)}
        <small>{timeZone}</small>
      </time>
    </header>
  );
}
