import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageTitle } from "../../ui/page-title.js";
import classes from "./alerts-frame.module.css";

const tabs = [
  { to: "/alerts", words: "Incidents", isExact: true },
  { to: "/alerts/rules", words: "Rules", isExact: false },
  { to: "/alerts/silences", words: "Silences", isExact: false },
  { to: "/alerts/contacts", words: "Contacts", isExact: false },
  { to: "/alerts/templates", words: "Templates", isExact: false },
  { to: "/alerts/deliveries", words: "Deliveries", isExact: false },
] as const;

/** AlertsFrame is the headline of a page of alerts with the way to the others; `actions` stand at its end. */
export function AlertsFrame(props: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <>
      <PageTitle title={props.title} note={props.note}>
        {props.actions == null ? null : <div className={classes.actions}>{props.actions}</div>}
      </PageTitle>
      <nav className={classes.tabs} aria-label="Pages of alerts">
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
      {props.children}
    </>
  );
}
