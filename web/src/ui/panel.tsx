import { useId, type ReactNode } from "react";
import classes from "./panel.module.css";

interface PanelProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly span?: 3 | 4 | 5 | 6 | 7 | 8 | 12;
  readonly children: ReactNode;
}

/** Panel is a framed part of a page with its title and a short note; `span` is its width in twelfths on a wide screen. */
export function Panel(props: PanelProps): ReactNode {
  const titleId = useId();
  return (
    <section className={classes.panel} data-span={props.span ?? 12} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId}>{props.title}</h2>
        <div className={classes.note}>{props.note}</div>
      </div>
      {props.children}
    </section>
  );
}
