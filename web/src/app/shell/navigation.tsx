import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { BrandMark } from "../../features/branding/brand-mark.js";
import { brandingQuery } from "../../features/branding/branding-query.js";
import { brand } from "../brand.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { OpenExceptions } from "./open-exceptions.js";
import { OpenIncidents } from "./open-incidents.js";
import classes from "./navigation.module.css";
import { pageGroups, pageLinks } from "./page-links.js";

/** Navigation lists the pages there are. */
export function Navigation(): ReactNode {
  const { me } = useWorkspace();
  const own = useQuery(brandingQuery).data?.productName;
  // A tenant without a brand of its own is shown by its name, as long as nothing else is known.
  const productName = own === undefined || own === brand.productName ? me.tenant.title : own;
  return (
    <nav className={classes.nav} aria-label="Pages">
      <div className={classes.brand} data-tip={`${productName}, ${me.tenant.title}`}>
        <BrandMark size={18} />
        <span>{productName}</span>
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
                    {page.to === "/alerts" ? <OpenIncidents /> : null}
                  </Link>
                </li>
              ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}
