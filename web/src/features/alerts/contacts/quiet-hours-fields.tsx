import type { ReactNode } from "react";
import { formatInstantInText } from "../../../format/format-instant.js";
import { useNow } from "../../../time-range/use-now.js";
import dialog from "../../../ui/form-dialog.module.css";
import { describeDays } from "./describe-subscription.js";
import { findNextQuiet, type QuietWindow } from "./find-next-quiet.js";
import { SeverityChecks } from "./severity-checks.js";
import { NIGHTS, type SubscriptionDraft } from "./subscription-draft.js";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

interface QuietHoursFieldsProps {
  readonly draft: Pick<SubscriptionDraft, "isQuiet" | "zone" | "windows" | "bypass">;
  readonly isGrouped: boolean;
  readonly onChange: (change: Partial<SubscriptionDraft>) => void;
}

/** QuietHoursFields say when what can wait is held back, and when that is next. */
export function QuietHoursFields(props: QuietHoursFieldsProps): ReactNode {
  const { draft, onChange, isGrouped } = props;
  const replace = (place: number, window: QuietWindow): void =>
    onChange({ windows: draft.windows.map((each, index) => (index === place ? window : each)) });
  return (
    <fieldset className={dialog.group}>
      <legend>Quiet hours</legend>
      <label className={dialog.check}>
        <input
          type="checkbox"
          checked={draft.isQuiet}
          onChange={(event) => onChange({ isQuiet: event.currentTarget.checked })}
        />
        Hold back what can wait, and tell it together at the end
      </label>
      {draft.isQuiet && !isGrouped ? (
        <p className={dialog.help}>This contact is told of each change at once and keeps no quiet hours.</p>
      ) : null}
      {draft.isQuiet ? (
        <>
          {draft.windows.map((window, place) => (
            <WindowLine
              key={place}
              window={window}
              onChange={(changed) => replace(place, changed)}
              onRemove={() => onChange({ windows: draft.windows.filter((_, index) => index !== place) })}
            />
          ))}
          <div className={dialog.row}>
            <button
              type="button"
              className={dialog.small}
              onClick={() => onChange({ windows: [...draft.windows, ...NIGHTS] })}
            >
              + Add a quiet time
            </button>
            <ZoneField zone={draft.zone} onChange={(zone) => onChange({ zone })} />
          </div>
          <SeverityChecks
            legend="Told all the same"
            chosen={draft.bypass}
            onChange={(bypass) => onChange({ bypass: [...bypass] })}
          />
          <NextQuietNote zone={draft.zone} windows={draft.windows} />
        </>
      ) : null}
    </fieldset>
  );
}

function ZoneField(props: { zone: string; onChange: (zone: string) => void }): ReactNode {
  return (
    <label className={dialog.check}>
      Clock of
      <select value={props.zone} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {[...new Set([props.zone, ...Intl.supportedValuesOf("timeZone"), "UTC"])].map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </select>
    </label>
  );
}

function WindowLine(props: {
  window: QuietWindow;
  onChange: (window: QuietWindow) => void;
  onRemove: () => void;
}): ReactNode {
  const { window, onChange } = props;
  return (
    <div className={dialog.row} role="group" aria-label={`Quiet ${describeDays(window.days)}`}>
      {WEEK.map((day) => (
        <button
          key={day}
          type="button"
          className={dialog.small}
          aria-pressed={window.days.includes(day)}
          onClick={() =>
            onChange({
              ...window,
              days: WEEK.filter((each) => (each === day ? !window.days.includes(day) : window.days.includes(each))),
            })
          }
        >
          {describeDays([day])}
        </button>
      ))}
      <label className={dialog.check}>
        from
        <input
          type="time"
          required
          value={window.start}
          onChange={(event) => onChange({ ...window, start: event.currentTarget.value })}
        />
      </label>
      <label className={dialog.check}>
        to
        <input
          type="time"
          required
          value={window.end === "24:00" ? "00:00" : window.end}
          onChange={(event) => onChange({ ...window, end: event.currentTarget.value })}
        />
      </label>
      <button type="button" className={dialog.small} onClick={props.onRemove}>
        Remove
      </button>
    </div>
  );
}

function NextQuietNote(props: { zone: string; windows: readonly QuietWindow[] }): ReactNode {
  const now = useNow(30_000);
  const next = findNextQuiet(props, now);
  if (next === undefined) return null;

  return (
    <p className={dialog.help} role="status">
      {next.isNow ? "It is quiet now" : `The next quiet period starts ${formatInstantInText(next.from, props.zone)}`},
      until {formatInstantInText(next.to, props.zone)}.
    </p>
  );
}
