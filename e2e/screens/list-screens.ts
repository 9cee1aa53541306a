/** Screen is a picture of a page; with `link`, of the first page behind `path` whose address begins so; `isPrinted` shows it as on paper. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly link?: string;
  readonly isPrinted?: true;
  readonly width: number;
  readonly scheme: "light" | "dark";
}

const PAGES: readonly Pick<Screen, "name" | "path" | "link" | "isPrinted">[] = [
  { name: "live", path: "/" },
  { name: "why", path: "/?why=sla_attainment" },
  { name: "wall", path: "/?wall=1" },
  { name: "executive", path: "/executive" },
  { name: "portfolio", path: "/portfolio" },
  { name: "client", path: "/portfolio", link: "/clients/" },
  { name: "stores", path: "/stores" },
  { name: "store", path: "/", link: "/stores/" },
  { name: "channels", path: "/channels" },
  { name: "channel", path: "/channels", link: "/channels/" },
  { name: "partners", path: "/partners" },
  { name: "partner", path: "/partners", link: "/partners/" },
  { name: "promotions", path: "/promotions" },
  { name: "promotion", path: "/promotions", link: "/promotions/" },
  { name: "runs", path: "/runs?state=overdue&order=money" },
  { name: "run", path: "/runs?state=overdue&order=money", link: "/runs/" },
  { name: "processes", path: "/processes" },
  { name: "process", path: "/processes/order-delivery" },
  { name: "exceptions", path: "/exceptions" },
  { name: "alerts", path: "/alerts" },
  { name: "alerts-pending", path: "/alerts?state=pending" },
  { name: "alerts-over", path: "/alerts?state=resolved" },
  { name: "incident", path: "/alerts", link: "/alerts/incidents/" },
  { name: "silences", path: "/alerts/silences" },
  { name: "contacts", path: "/alerts/contacts" },
  { name: "message-template", path: "/alerts/templates/new?medium=chat" },
  { name: "escalations", path: "/alerts/escalations" },
  { name: "inhibitions", path: "/alerts/inhibitions" },
  { name: "deliveries", path: "/alerts/deliveries" },
  { name: "data-health", path: "/data-health" },
  { name: "reports", path: "/reports" },
  { name: "catalogue", path: "/catalogue" },
  { name: "metric", path: "/catalogue/sla_attainment" },
  { name: "dashboards", path: "/dashboards" },
  { name: "editor", path: "/dashboards/stores/edit" },
  { name: "alert-rules", path: "/alerts/rules" },
  { name: "alert-rule", path: "/alerts/rules/orders-burn" },
  { name: "alert-rule-editor", path: "/alerts/rules/obligations-at-risk/edit" },
  { name: "branding", path: "/settings/branding" },
  { name: "print", path: "/executive", isPrinted: true },
];

/** The pictures of the documentation: few, so that the repository stays small. */
const BEST = [
  ...["live", "live-dark", "live-360", "executive", "portfolio-dark", "store", "partner", "promotion"],
  ...["run", "process-dark", "data-health"],
];

/** listScreens lists every page in light and dark, wide and narrow; or the best of them, those of the documentation. */
export function listScreens(isBest: boolean): readonly Screen[] {
  const screens = PAGES.flatMap((page) =>
    [1440, 360].flatMap((width) =>
      (["light", "dark"] as const).map((scheme): Screen => ({
        ...page,
        name: `${page.name}${width === 360 ? "-360" : ""}${scheme === "dark" ? "-dark" : ""}`,
        width,
        scheme,
      })),
    ),
  );
  return isBest ? screens.filter(({ name }) => BEST.includes(name)) : screens;
}
