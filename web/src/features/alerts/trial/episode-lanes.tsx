import type { ReactNode } from "react";
import { formatCount } from "../../../format/format-number.js";
import { formatInstant } from "../../../format/format-instant.js";
import type { ShapedBackTest } from "./shape-back-test.js";
import classes from "./trial.module.css";
import type { BackTestRange } from "./use-back-test.js";

interface EpisodeLanesProps {
  readonly shaped: ShapedBackTest;
  readonly range: BackTestRange;
  readonly timeZone: string;
}

/** EpisodeLanes draws when a rule would have fired, a lane for each group: critical full, warning hatched. The list below says the same in words. */
export function EpisodeLanes({ shaped, range, timeZone }: EpisodeLanesProps): ReactNode {
  const [from, to] = [new Date(range.fromMs), new Date(range.toMs)];
  return (
    <>
      <ul className={classes.lanes} aria-hidden="true">
        {shaped.lanes.map(({ title, bars }) => (
          <li key={title} className={classes.lane}>
            <span data-tip={title}>{title}</span>
            <div className={classes.track}>
              {bars.map((bar) => (
                <i
                  key={`${bar.start} ${bar.severity}`}
                  data-severity={bar.severity}
                  data-tip={bar.tip}
                  style={{ left: `min(${bar.start * 100}%, calc(100% - 3px))`, width: `max(3px, ${bar.width * 100}%)` }}
                />
              ))}
            </div>
          </li>
        ))}
        <li className={classes.axis}>
          <span>{formatInstant(from, timeZone, to)}</span>
          <span>now</span>
        </li>
      </ul>
      {shaped.hiddenLanes === 0 ? null : (
        <p className={classes.hint}>And {formatCount(shaped.hiddenLanes)} more, in the list below.</p>
      )}
    </>
  );
}
