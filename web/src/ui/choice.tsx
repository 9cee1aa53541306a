import type { ReactNode } from "react";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly words: string }[];
  /** isLate keeps the full width from the start, where some of the options come later. */
  readonly isLate?: boolean;
  /** onChoose gets undefined for the option that chooses nothing. */
  readonly onChoose: (id: string | undefined) => void;
}

/** Choice is a list of options of which one holds; an option without an id chooses nothing. */
export function Choice(props: ChoiceProps): ReactNode {
  const isKnown = props.options.some(({ id }) => id === props.value);
  return (
    <select
      aria-label={props.label}
      data-late={props.isLate === true ? "" : undefined}
      value={props.value}
      onChange={(event) => props.onChoose(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    >
      {/* What a link names stays visible, even where nobody here knows it. */}
      {isKnown ? null : <option value={props.value}>{props.value}</option>}
      {props.options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
