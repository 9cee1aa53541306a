import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { brand } from "../brand.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { OpenExceptions } from "./open-exceptions.js";
import classes from "./navigation.module.css";
import { pageGroups, pageLinks } from "./page-links.js";

/** Navigation lists the pages there are. */
export function Navigation(): ReactNode {
  const { me } = useWorkspace();
  return (
    <nav className={classes.nav} aria-label="Pages">
      <div className={classes.brand} data-tip={`${brand.productName}, ${me.tenant.title}`}>
        <i aria-hidden="true" />
        <span>{me.tenant.title}</span>
      </div>
      <div className={classes.groups}>
        {pageGroups.map((group) => (
          <ul key={group} className={classes.list}>
            {pageLinks
              .filter((page) => page.group === group)
              .map((page) => (
                <li key={page.to}>
                  <Link
                    to={page.to}
                    activeOptions={{ exact: page.isExact, includeSearch: false }}
                    className={classes.link ?? ""}
                    activeProps={{ "data-on": "", "aria-current": "page" }}
                  >
                    {page.title}
                    {page.to === "/exceptions" ? <OpenExceptions /> : null}
                  </Link>
                </li>
              ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}
