import type { ReactNode } from "react";
import classes from "./held-note.module.css";

/** HeldNote says how many changes wait while a list is held still, and shows them. It lies over the list, so that nothing moves by it. */
export function HeldNote(props: { waiting: number; onShow: () => void }): ReactNode {
  const { waiting } = props;
  if (waiting === 0) return null;
  return (
    <div className={classes.place}>
      <button type="button" className={classes.note} onClick={props.onShow}>
        {waiting === 1 ? "1 change" : `${waiting} changes`}, show
      </button>
    </div>
  );
}
