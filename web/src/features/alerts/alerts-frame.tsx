import { Link, useLocation } from "@tanstack/react-router";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { PageTitle } from "../../ui/page-title.js";
import classes from "./alerts-frame.module.css";

const tabs = [
  { to: "/alerts", words: "Incidents", below: "/alerts/incidents" },
  { to: "/alerts/rules", words: "Rules", below: "/alerts/new-rule" },
  { to: "/alerts/silences", words: "Silences" },
  { to: "/alerts/contacts", words: "Contacts" },
  { to: "/alerts/templates", words: "Templates" },
  { to: "/alerts/escalations", words: "Escalation" },
  { to: "/alerts/inhibitions", words: "Inhibitions" },
  { to: "/alerts/deliveries", words: "Deliveries" },
] as const;

/** Pages of one thing belong to the list that they are reached from. */
function isHere(tab: { readonly to: string; readonly below?: string }, path: string): boolean {
  if (path === tab.to || (tab.to !== "/alerts" && path.startsWith(`${tab.to}/`))) return true;
  return tab.below !== undefined && path.startsWith(tab.below);
}

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
  const path = useLocation({ select: ({ pathname }) => pathname });
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
        {tabs.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            activeOptions={{ exact: true, includeSearch: true }}
            className={classes.tab ?? ""}
            {...(isHere(tab, path) ? { "data-on": "", "aria-current": "page" as const } : {})}
          >
            {tab.words}
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
