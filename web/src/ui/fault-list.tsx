import type { ReactNode } from "react";
import { ErrorNote } from "./error-note.js";
import { StateShape } from "./state-shape.js";
import classes from "./numbered-text.module.css";

interface FaultListProps {
  readonly id: string;
  readonly faults: readonly { readonly line: number; readonly field: string; readonly detail: string }[];
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** FaultList says what is wrong in a definition, a line a fault; it is spoken when it changes. */
export function FaultList(props: FaultListProps): ReactNode {
  return (
    <div id={props.id} role="status" className={classes.faults}>
      {props.error === null ? null : (
        <ErrorNote what="the check of the definition" error={props.error} asOfMs={null} onRetry={props.onRetry} />
      )}
      <ul>
        {props.faults.map(({ line, field, detail }) => (
          <li key={`${line} ${field} ${detail}`}>
            <StateShape state="late" /> Line {line}
            {field === "" ? "" : `, ${field}`}: {detail}
          </li>
        ))}
      </ul>
    </div>
  );
}
