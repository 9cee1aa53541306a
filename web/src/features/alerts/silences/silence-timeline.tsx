import type { ReactNode } from "react";
import { formatDay, formatInstantInText } from "../../../format/format-instant.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { Silence } from "./silences-query.js";
import type { Timeline } from "./shape-timeline.js";
import { silenceStateWords } from "./silence-state-mark.js";
import classes from "./silences.module.css";

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

/** SilenceTimeline draws silences over days: past ones hatched, running ones full, planned ones as an outline. */
export function SilenceTimeline(props: {
  timeline: Timeline<Silence>;
  open: string | undefined;
  onOpen: (id: string) => void;
}): ReactNode {
  const { timeZone } = useWorkspace();
  const { days, bars, now } = props.timeline;
  return (
    <div className={classes.timeline}>
      <div className={classes.days} aria-hidden="true">
        {days.map((day) => (
          <span key={day.at.toISOString()} style={{ left: percent(day.left), width: percent(day.width) }}>
            {formatDay(day.at, timeZone)}
          </span>
        ))}
      </div>
      <div className={classes.lanes}>
        {days.map((day) => (
          <i
            key={day.at.toISOString()}
            data-weekend={day.isWeekend ? "" : undefined}
            style={{ left: percent(day.left), width: percent(day.width) }}
          />
        ))}
        {now === null ? null : <i className={classes.now} style={{ left: percent(now) }} />}
        {bars.length === 0 ? <p className={classes.none}>No silence on these days.</p> : null}
        {bars.map(({ item, state, left, width, isCutLeft, isCutRight }) => (
          <div key={item.id} className={classes.lane}>
            <button
              type="button"
              className={classes.bar}
              data-state={state}
              data-cut-left={isCutLeft ? "" : undefined}
              data-cut-right={isCutRight ? "" : undefined}
              aria-pressed={props.open === item.id}
              aria-label={`${item.comment}: ${silenceStateWords[state]}, from ${formatInstantInText(new Date(item.startsAt), timeZone)} to ${formatInstantInText(new Date(item.endsAt), timeZone)}`}
              data-tip={`${item.matchers.join(", ")} · ${formatInstantInText(new Date(item.startsAt), timeZone)} to ${formatInstantInText(new Date(item.endsAt), timeZone)}`}
              style={{ left: percent(left), width: `max(10px, ${percent(width)})` }}
              onClick={() => props.onOpen(item.id)}
            />
            <span className={classes.words} {...placeWords(left, width)} aria-hidden="true">
              {item.comment}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Words stand where there is room: after the bar, before it, or on it. */
function placeWords(left: number, width: number) {
  const right = left + width;
  if (right < 0.66) return { style: { left: `calc(max(${percent(left)} + 10px, ${percent(right)}) + 6px)` } };
  if (left > 0.34) return { style: { right: `calc(${percent(1 - left)} + 6px)` } };
  return { style: { left: `calc(${percent(left)} + 6px)` }, "data-inside": "" };
}
