import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from "react";
import { PanelFullContext } from "./panel-full-context.js";
import { PanelMenu } from "./panel-menu.js";
import { PanelTableView } from "./panel-table-view.js";
import type { PanelTools } from "./panel-tools.js";
import classes from "./panel.module.css";
import { usePanelView } from "./use-panel-view.js";

interface PanelProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;
  /** tools gives the panel its menu: full screen, table, CSV, PNG, how it is computed. */
  readonly tools?: PanelTools;
  readonly children: ReactNode;
}

/** Panel is a framed part of a page with its title and a short note; `span` is its width in twelfths on a wide screen. */
export function Panel(props: PanelProps): ReactNode {
  const titleId = useId();
  const { tools } = props;
  if (tools !== undefined) return <PanelWithTools {...props} tools={tools} />;
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

function PanelWithTools(props: PanelProps & { tools: PanelTools }): ReactNode {
  const titleId = useId();
  const { tools, title } = props;
  const { isFull, isTable, toggleFull } = usePanelView(tools.id);
  const [fault, setFault] = useState("");
  const panel = useRef<HTMLElement>(null);
  useLeaveOnEscape(isFull, toggleFull);
  const table = useLatest(tools.table);
  return (
    <section
      ref={panel}
      className={classes.panel}
      data-span={props.span ?? 12}
      data-full={isFull ? "" : undefined}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <h2 id={titleId}>{title}</h2>
        <div className={classes.aside}>
          <div className={classes.note}>{props.note}</div>
          {isFull ? (
            <button type="button" className={classes.leave} data-tool="" onClick={toggleFull}>
              Leave full screen
            </button>
          ) : null}
          <PanelMenu {...tools} table={table} title={title} panel={panel} onFault={setFault} />
        </div>
      </div>
      {fault === "" ? null : (
        <p className={classes.fault} role="alert" data-tool="">
          {fault}
        </p>
      )}
      <PanelFullContext value={isFull}>
        {isTable ? <PanelTableView table={tools.table()} title={title} /> : props.children}
      </PanelFullContext>
    </section>
  );
}

/** useLatest gives one function for as long as the panel stands; it answers what the latest one does. */
function useLatest<Answer>(act: () => Answer): () => Answer {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback(() => latest.current(), []);
}

/** useLeaveOnEscape leaves full screen with Escape, unless something above the panel takes it. */
function useLeaveOnEscape(isFull: boolean, leave: () => void): void {
  const last = useRef(leave);
  useEffect(() => {
    last.current = leave;
  });
  useEffect(() => {
    if (!isFull) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const isAbove = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !isAbove) last.current();
    };
    // Capture: what stands above closes at the same key press and must still be seen here.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [isFull]);
}
