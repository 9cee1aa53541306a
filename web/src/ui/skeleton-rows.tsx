import type { ReactNode } from "react";
import classes from "./notes.module.css";

/** SkeletonRows draws the shape of rows to come; `height` is that of one row in pixels, so that nothing moves when they arrive. */
export function SkeletonRows(props: { rows: number; height: number }): ReactNode {
  return (
    <div className={classes.rows} style={{ gap: 0 }} aria-hidden="true">
      {Array.from({ length: props.rows }, (_, index) => (
        <div key={index} style={{ height: props.height, display: "flex", alignItems: "center" }}>
          <span className={classes.bone} style={{ width: `${92 - ((index * 17) % 41)}%` }} />
        </div>
      ))}
    </div>
  );
}
