import type { ReactNode } from "react";
import { CustomRange } from "./custom-range.js";
import { presetRanges } from "../../time-range/preset-ranges.js";
import classes from "./range-picker.module.css";
import { PeriodList } from "./period-list.js";
import { renderRange } from "../../time-range/render-range.js";
import { ZonePicker } from "./zone-picker.js";
import { Popup } from "../../ui/popup.js";
import type { TimeRange } from "../../time-range/time-range.js";

interface RangePickerProps {
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly onChange: (range: TimeRange) => void;
}

/** RangePicker chooses over which time the pages look; it always says in which zone times are shown. */
export function RangePicker(props: RangePickerProps): ReactNode {
  const { range, timeZone } = props;
  return (
    <Popup
      label="Choose a time range"
      button={{ className: classes.chip }}
      face={
        <>
          {range.kind === "preset" ? "Last " : ""}
          <b>{renderRange(range, timeZone)}</b> · {timeZone}
        </>
      }
    >
      {(close) => <Ranges {...props} close={close} />}
    </Popup>
  );
}

function Ranges(props: RangePickerProps & { close: () => void }): ReactNode {
  const { range, timeZone } = props;
  const choose = (next: TimeRange): void => {
    props.onChange(next);
    props.close();
  };
  return (
    <div className={classes.list} style={{ width: 240 }}>
      {presetRanges.map((preset) => (
        <button
          key={preset.id}
          type="button"
          className={classes.preset}
          aria-pressed={range.kind === "preset" && range.preset === preset.id}
          onClick={() => choose({ kind: "preset", preset: preset.id })}
        >
          Last {preset.words}
        </button>
      ))}
      <PeriodList timeZone={timeZone} chosen={range} onChoose={choose} />
      <CustomRange range={range} timeZone={timeZone} onChoose={choose} />
      <ZonePicker />
    </div>
  );
}
