import { DateTime } from "luxon";
import { useState, type FormEvent, type ReactNode } from "react";
import { checkCustomRange } from "../../time-range/check-custom-range.js";
import classes from "./range-picker.module.css";
import { readClock } from "../../time-range/read-clock.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import type { TimeRange } from "../../time-range/time-range.js";

interface CustomRangeProps {
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly onChoose: (range: TimeRange) => void;
}

const words = {
  incomplete: "Give both times.",
  backwards: "The end must come after the start.",
  too_long: "Choose at most 800 days.",
} as const;

/** CustomRange takes two local times of the shown zone. */
export function CustomRange(props: CustomRangeProps): ReactNode {
  const [now] = useState(readClock);
  const shown = resolveRange(props.range, now);
  const local = (at: Date): string => DateTime.fromJSDate(at, { zone: props.timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
  const [from, setFrom] = useState(local(shown.from));
  const [to, setTo] = useState(local(shown.to));
  const [fault, setFault] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const verdict = checkCustomRange(from, to, props.timeZone);
    if (verdict.ok) props.onChoose(verdict.range);
    else setFault(words[verdict.reason]);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <label>
        From ({props.timeZone})
        <input type="datetime-local" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        To
        <input type="datetime-local" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </label>
      {fault === "" ? null : <p role="alert">{fault}</p>}
      <button type="submit" className={classes.apply}>
        Show this range
      </button>
    </form>
  );
}
