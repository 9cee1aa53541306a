import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { brand } from "../brand.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { OpenExceptions } from "./open-exceptions.js";
import classes from "./navigation.module.css";

/** Pages in groups: what stands now, the network, what happened in it, and where it comes from. */
const groups = [
  [{ to: "/", title: "Live", isExact: true }],
  [{ to: "/stores", title: "Stores", isExact: false }],
  [
    { to: "/runs", title: "Runs", isExact: false },
    { to: "/processes", title: "Processes", isExact: false },
    { to: "/exceptions", title: "Exceptions", isExact: false, Count: OpenExceptions },
  ],
  [{ to: "/data-health", title: "Data health", isExact: false }],
] as const;

/** Navigation lists the pages there are. */
export function Navigation(): ReactNode {
  const { me } = useWorkspace();
  return (
    <nav className={classes.nav} aria-label="Pages">
      <div className={classes.brand} data-tip={`${brand.productName}, ${me.tenant.title}`}>
        <i aria-hidden="true" />
        <span>{me.tenant.title}</span>
      </div>
      <ul className={classes.list}>
        {groups.flatMap((pages) =>
          pages.map((page, place) => (
            <li key={page.to} data-first={place === 0 ? "" : undefined}>
              <Link
                to={page.to}
                activeOptions={{ exact: page.isExact, includeSearch: false }}
                className={classes.link ?? ""}
                activeProps={{ "data-on": "", "aria-current": "page" }}
              >
                {page.title}
                {"Count" in page ? <page.Count /> : null}
              </Link>
            </li>
          )),
        )}
      </ul>
    </nav>
  );
}
