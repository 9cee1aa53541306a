import { Link } from "@tanstack/react-router";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { PageTitle } from "../../ui/page-title.js";
import classes from "./alerts-frame.module.css";

const tabs = [
  { to: "/alerts", words: "Incidents", isExact: true },
  { to: "/alerts/rules", words: "Rules", isExact: false },
  { to: "/alerts/silences", words: "Silences", isExact: false },
  { to: "/alerts/contacts", words: "Contacts", isExact: false },
  { to: "/alerts/templates", words: "Templates", isExact: false },
  { to: "/alerts/escalations", words: "Escalation", isExact: false },
  { to: "/alerts/inhibitions", words: "Inhibitions", isExact: false },
  { to: "/alerts/deliveries", words: "Deliveries", isExact: false },
] as const;

interface AlertsFrameProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** shape is about what title and note will say, where they are not known at once. */
  readonly shape?: { readonly title?: string; readonly note?: string };
  /** actions stand at the end of the headline; null while it is not known which there are. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** AlertsFrame is the headline of a page of alerts below the way to the others, which stands in the same place on each. */
export function AlertsFrame(props: AlertsFrameProps): ReactNode {
  const { actions, shape } = props;
  const nav = useRef<HTMLElement>(null);
  // Where they do not all fit, the one that is shown is in sight.
  useLayoutEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>("[data-on]");
    if (nav.current === null || here == null) return;
    nav.current.scrollLeft =
      here.offsetLeft - nav.current.offsetLeft - (nav.current.clientWidth - here.clientWidth) / 2;
  }, []);
  return (
    <>
      <nav ref={nav} className={classes.tabs} aria-label="Pages of alerts">
        {tabs.map(({ to, words, isExact }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: isExact, includeSearch: false }}
            className={classes.tab ?? ""}
            activeProps={{ "data-on": "", "aria-current": "page" }}
          >
            {words}
          </Link>
        ))}
      </nav>
      <PageTitle title={props.title} note={props.note} {...(shape === undefined ? {} : { shape })}>
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </PageTitle>
      {props.children}
    </>
  );
}
