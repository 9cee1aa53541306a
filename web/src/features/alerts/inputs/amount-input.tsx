import { useState, type AriaAttributes, type ReactNode } from "react";
import { readAmount, writeAmount, type WrittenAmount } from "./read-amount.js";

interface AmountInputProps {
  readonly value: unknown;
  readonly scale: number;
  readonly attributes: AriaAttributes & { readonly id?: string };
  readonly placeholder?: string | undefined;
  readonly onChange: (value: WrittenAmount) => void;
}

/** AmountInput is a number that is written: what is being written stays as it is ("0."), what is no number is kept and found wrong. */
export function AmountInput({ value, scale, attributes, placeholder, onChange }: AmountInputProps): ReactNode {
  const [text, setText] = useState(() => writeAmount(value, scale));
  const shown = readAmount(text, scale) === value ? text : writeAmount(value, scale);
  return (
    <input
      {...attributes}
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readAmount(event.currentTarget.value, scale));
      }}
    />
  );
}
