import type { ReactNode } from "react";
import classes from "./notes.module.css";

/** EmptyNote says why there is nothing here, and what to do about it. */
export function EmptyNote(props: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className={classes.empty}>
      <strong>{props.title}</strong>
      {props.children === undefined ? null : <div>{props.children}</div>}
    </div>
  );
}
