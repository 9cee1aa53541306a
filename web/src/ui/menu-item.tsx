import type { ReactNode } from "react";
import classes from "./popup.module.css";

interface MenuItemProps {
  readonly onChoose: () => void;
  /** isChosen makes it one of several to choose from, and says whether it is the one. */
  readonly isChosen?: boolean;
  readonly children: ReactNode;
}

/** MenuItem is one line of a menu. */
export function MenuItem(props: MenuItemProps): ReactNode {
  const { isChosen } = props;
  const role = isChosen === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": isChosen };
  return (
    <button type="button" {...role} tabIndex={-1} className={classes.item} onClick={props.onChoose}>
      <span>{props.children}</span>
      {isChosen === true ? <span aria-hidden="true">✓</span> : null}
    </button>
  );
}
