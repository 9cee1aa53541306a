import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { formatDuration } from "../../../format/format-duration.js";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { moveRowFocus } from "../../../ui/move-row-focus.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { choosePlaceLink } from "../rule/choose-place-link.js";
import { renderLabels } from "../rule/render-labels.js";
import { SeverityMark } from "../severity-mark.js";
import classes from "./trial.module.css";
import type { BackTestAnswer, BackTestRange } from "./use-back-test.js";

type Episode = BackTestAnswer["episodes"][number];

const shownAtFirst = 10;
/** What led to it and what came of it is seen around it. */
const aroundMs = 6 * 3_600_000;

/** EpisodeList lists what would have fired, the newest first; each leads to its place at that time. */
export function EpisodeList(props: { episodes: readonly Episode[]; range: BackTestRange }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? props.episodes : props.episodes.slice(0, shownAtFirst);
  if (props.episodes.length === 0) return null;
  return (
    <>
      <div
        className={table.scroll}
        tabIndex={0}
        role="group"
        aria-label="What would have fired"
        onKeyDown={moveRowFocus}
      >
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Fired</th>
              <th scope="col">Where</th>
              <th scope="col">Severity</th>
              <th scope="col" className={table.number}>
                Lasted
              </th>
              <th scope="col">People would have read</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((episode, index) => (
              <Row key={index} episode={episode} range={props.range} />
            ))}
          </tbody>
        </table>
      </div>
      {props.episodes.length > shownAtFirst && !isWhole ? (
        <button type="button" className={table.more} onClick={() => setWhole(true)}>
          Show all {formatCount(props.episodes.length)}
        </button>
      ) : null}
    </>
  );
}

function Row({ episode, range }: { episode: Episode; range: BackTestRange }): ReactNode {
  const { timeZone, names } = useWorkspace();
  const { firedAt, resolvedAt, severity, summary, labels } = episode;
  const [start, end] = [Date.parse(firedAt), resolvedAt === null ? range.toMs : Date.parse(resolvedAt)];
  const link = choosePlaceLink(labels);
  const words = renderLabels(labels, names);
  const around = {
    from: new Date(start - aroundMs).toISOString(),
    to: new Date(Math.min(end + aroundMs, range.toMs)).toISOString(),
    range: undefined,
  };
  return (
    <tr>
      <td data-tip={formatInstantExact(new Date(start), timeZone)}>
        {formatInstant(new Date(start), timeZone, new Date(range.toMs))}
      </td>
      <td className={classes.summary}>
        {link === null ? (
          words
        ) : (
          <Link {...link} search={(previous) => ({ ...previous, ...around })} className={table.link ?? ""} data-row="">
            {words}
          </Link>
        )}
      </td>
      <td>
        <SeverityMark severity={severity} />
      </td>
      <td className={table.number}>
        {resolvedAt === null ? "still firing" : formatDuration(Math.round((end - start) / 1_000))}
      </td>
      <td className={`${classes.summary} ${table.dim}`}>{summary}</td>
    </tr>
  );
}
