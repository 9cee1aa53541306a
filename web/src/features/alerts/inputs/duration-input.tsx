import { useState, type AriaAttributes, type ReactNode } from "react";
import { AmountInput } from "./amount-input.js";
import classes from "../fields/fields.module.css";
import type { WrittenAmount } from "./read-amount.js";

const units = [
  { seconds: 1, words: "s" },
  { seconds: 60, words: "min" },
  { seconds: 3_600, words: "h" },
  { seconds: 86_400, words: "days" },
] as const;

interface DurationInputProps {
  readonly label: string;
  readonly value: unknown;
  /** usual is the unit of an empty field, in seconds. */
  readonly usual: number;
  readonly attributes: AriaAttributes & { readonly id?: string };
  readonly placeholder?: string | undefined;
  readonly onChange: (value: WrittenAmount) => void;
}

/** DurationInput is a number of seconds, written in the unit in which it is whole. */
export function DurationInput(props: DurationInputProps): ReactNode {
  const { value } = props;
  const [unit, setUnit] = useState<number | null>(null);
  const scale = unit ?? chooseUnit(value, props.usual);
  return (
    <span className={classes.amount}>
      <AmountInput
        key={scale}
        attributes={props.attributes}
        value={value}
        scale={scale}
        placeholder={props.placeholder}
        onChange={(written) => {
          setUnit(scale);
          props.onChange(written);
        }}
      />
      <select
        aria-label={`Unit of ${props.label}`}
        value={scale}
        onChange={(event) => {
          const next = Number(event.currentTarget.value);
          setUnit(next);
          if (typeof value === "number") props.onChange(Math.round((value / scale) * next));
        }}
      >
        {units.map(({ seconds, words }) => (
          <option key={seconds} value={seconds}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

function chooseUnit(value: unknown, usual: number): number {
  if (typeof value !== "number" || value === 0) return usual;
  const whole = units.filter(({ seconds }) => value % seconds === 0);
  return whole[whole.length - 1]?.seconds ?? 1;
}
