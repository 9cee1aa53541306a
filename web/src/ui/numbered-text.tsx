import type { ReactNode } from "react";
import classes from "./numbered-text.module.css";

interface NumberedTextProps {
  readonly label: string;
  /** describedBy is the id of what says the faults in words. */
  readonly describedBy: string;
  readonly text: string;
  /** faults are the numbers of lines in which something is wrong. */
  readonly faults: readonly number[];
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
}

const leastRows = 24;

/** NumberedText is a definition as text with the number of each line; lines with a fault are marked. */
export function NumberedText(props: NumberedTextProps): ReactNode {
  const count = props.text.split("\n").length;
  return (
    <div className={classes.lines}>
      <ol aria-hidden="true" className={classes.numbers}>
        {Array.from({ length: count }, (_, index) => (
          <li key={index} data-fault={props.faults.includes(index + 1) ? "" : undefined}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        className={classes.text}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.faults.length > 0}
        spellCheck={false}
        readOnly={props.isReadOnly}
        rows={Math.max(leastRows, count + 1)}
        wrap="off"
        value={props.text}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </div>
  );
}
