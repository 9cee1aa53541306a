import type { ReactNode } from "react";
import type { ExceptionItem } from "./exception-list-query.js";
import classes from "./exception-list.module.css";

/** SeverityBar draws a severity of 100 as its parts, each with a pattern of its own; the number beside it says the whole. */
export function SeverityBar(props: { parts: ExceptionItem["severityParts"] }): ReactNode {
  return (
    <span className={classes.bar} aria-hidden="true">
      {props.parts.map((part) => (
        <i key={part.id} data-part={part.id} style={{ width: `${part.points}%` }} />
      ))}
    </span>
  );
}
