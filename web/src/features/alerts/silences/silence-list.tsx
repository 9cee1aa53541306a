import type { ReactNode } from "react";
import { formatDuration } from "../../../format/format-duration.js";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { MatcherList } from "../matchers/matcher-list.js";
import { decideSilenceState } from "./decide-silence-state.js";
import type { Silence } from "./silences-query.js";
import { SilenceStateMark } from "./silence-state-mark.js";
import classes from "./silences.module.css";

interface SilenceListProps {
  readonly silences: readonly Silence[];
  readonly now: Date;
  readonly open: string | undefined;
  readonly mayChange: boolean;
  readonly onExtend: (silence: Silence) => void;
  readonly onEdit: (silence: Silence) => void;
  readonly onRepeat: (silence: Silence) => void;
  readonly onEnd: (silence: Silence) => void;
}

/** SilenceList lists silences, what runs first: what they mute, why, who said so, from when to when, and what can be done about them. */
export function SilenceList(props: SilenceListProps): ReactNode {
  return (
    <ul className={classes.list}>
      {props.silences.map((silence) => (
        <SilenceItem key={silence.id} {...props} silence={silence} />
      ))}
    </ul>
  );
}

function SilenceItem(props: SilenceListProps & { silence: Silence }): ReactNode {
  const { timeZone } = useWorkspace();
  const { silence, now } = props;
  const state = decideSilenceState(silence, now);
  const instant = (text: string): ReactNode => (
    <span data-tip={formatInstantExact(new Date(text), timeZone)}>{formatInstant(new Date(text), timeZone, now)}</span>
  );
  const left = (Date.parse(silence.endsAt) - now.getTime()) / 1_000;
  return (
    <li
      id={`silence-${silence.id}`}
      className={classes.item}
      data-state={state}
      data-open={props.open === silence.id ? "" : undefined}
    >
      <div className={classes.about}>
        <SilenceStateMark state={state} />
        {silence.firingCount === null ? null : (
          <span className={classes.count}>
            {silence.firingCount === 0 ? "nothing that fires matches" : `${formatCount(silence.firingCount)} firing`}
          </span>
        )}
      </div>
      <div className={classes.what}>
        <strong>{silence.comment}</strong>
        <MatcherList matchers={silence.matchers} />
      </div>
      <div className={classes.when}>
        <span>
          {instant(silence.startsAt)} – {instant(silence.endsAt)}
        </span>
        <small>
          {state === "runs" ? `${formatDuration(Math.max(60, Math.round(left / 60) * 60))} left · ` : ""}by{" "}
          {silence.createdByName}
        </small>
      </div>
      <div className={classes.deeds}>{props.mayChange ? <Deeds {...props} state={state} /> : null}</div>
    </li>
  );
}

function Deeds(props: SilenceListProps & { silence: Silence; state: string }): ReactNode {
  const { silence } = props;
  const named = <span className="visually-hidden"> {silence.comment}</span>;
  const button = (words: string, act: (silence: Silence) => void): ReactNode => (
    <button type="button" onClick={() => act(silence)}>
      {words}
      {named}
    </button>
  );
  if (props.state === "over") return button("Silence again", props.onRepeat);
  return (
    <>
      {props.state === "runs" ? button("Extend", props.onExtend) : null}
      {button("Edit", props.onEdit)}
      {button(props.state === "runs" ? "End now" : "Cancel", props.onEnd)}
    </>
  );
}
