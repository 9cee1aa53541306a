import type { ReactNode } from "react";
import classes from "./page-title.module.css";

/** PageTitle is the headline of a page with a short note. */
export function PageTitle(props: { title: ReactNode; note?: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className={classes.title}>
      <h1>{props.title}</h1>
      <div className={classes.note}>{props.note}</div>
      {props.children}
    </div>
  );
}
