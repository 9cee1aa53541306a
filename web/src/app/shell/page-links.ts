/** PageLink is a page of the navigation; `key` is the letter that leads to it after `g`; pages of one `group` stand together. */
export interface PageLink {
  readonly to:
    | "/"
    | "/executive"
    | "/portfolio"
    | "/stores"
    | "/channels"
    | "/partners"
    | "/promotions"
    | "/runs"
    | "/processes"
    | "/exceptions"
    | "/alerts"
    | "/data-health"
    | "/catalogue"
    | "/dashboards"
    | "/reports";
  readonly title: string;
  readonly isExact: boolean;
  readonly key: string;
  readonly group: PageGroup;
}

/** PageGroup is what a page is about: how all of it stands, a part of the network, the work itself, or the figures. */
export type PageGroup = "overview" | "network" | "work" | "figures";

/** pageLinks lists the pages in the order of the navigation; navigation, command palette and keyboard take them from here. */
export const pageLinks: readonly PageLink[] = [
  { to: "/", title: "Live", isExact: true, key: "l", group: "overview" },
  { to: "/executive", title: "Executive", isExact: false, key: "e", group: "overview" },
  { to: "/portfolio", title: "Portfolio", isExact: false, key: "p", group: "overview" },
  { to: "/stores", title: "Stores", isExact: false, key: "s", group: "network" },
  { to: "/channels", title: "Channels", isExact: false, key: "c", group: "network" },
  { to: "/partners", title: "Partners", isExact: false, key: "n", group: "network" },
  { to: "/promotions", title: "Promotions", isExact: false, key: "a", group: "network" },
  { to: "/runs", title: "Runs", isExact: false, key: "r", group: "work" },
  { to: "/processes", title: "Processes", isExact: false, key: "o", group: "work" },
  { to: "/exceptions", title: "Exceptions", isExact: false, key: "x", group: "work" },
  { to: "/alerts", title: "Alerts", isExact: false, key: "w", group: "work" },
  { to: "/data-health", title: "Data health", isExact: false, key: "h", group: "figures" },
  { to: "/reports", title: "Reports", isExact: false, key: "t", group: "figures" },
  { to: "/catalogue", title: "Metrics", isExact: false, key: "m", group: "figures" },
  { to: "/dashboards", title: "Dashboards", isExact: false, key: "d", group: "figures" },
];

/** pageGroups lists the groups in their order. */
export const pageGroups: readonly PageGroup[] = ["overview", "network", "work", "figures"];
