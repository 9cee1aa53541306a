import type { AriaAttributes, ReactNode } from "react";
import { AmountInput } from "./amount-input.js";
import { DurationInput } from "./duration-input.js";
import classes from "../fields/fields.module.css";
import type { WrittenAmount } from "./read-amount.js";

interface MeasureInputProps {
  readonly label: string;
  /** unit is that of the metric: ratios are written in per cent, seconds as durations. */
  readonly unit: string;
  readonly value: unknown;
  readonly placeholder?: string | undefined;
  readonly attributes: AriaAttributes & { readonly id?: string };
  readonly onChange: (value: WrittenAmount) => void;
}

const unitWords: Readonly<Record<string, string>> = {
  ratio: "%",
  count: "",
  minutes: "min",
  per_minute: "a minute",
  per_1000: "per 1,000",
  money: "in its currency",
  times: "times",
};

/** MeasureInput is a value of a metric as people write it. */
export function MeasureInput(props: MeasureInputProps): ReactNode {
  const { unit } = props;
  if (unit === "seconds" || unit === "s") return <DurationInput {...props} usual={60} />;
  const words = unitWords[unit] ?? unit;
  return (
    <span className={classes.amount}>
      <AmountInput key={unit} {...props} scale={unit === "ratio" ? 0.01 : 1} />
      {words === "" ? null : <span>{words}</span>}
    </span>
  );
}
