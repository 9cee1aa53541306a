/** Dashboards of the product that have a page of their own; those about one place are opened from a row of another. */
const pages: Readonly<Record<string, string>> = {
  live: "/",
  executive: "/executive",
  portfolio: "/portfolio",
  stores: "/stores",
  channels: "/channels",
  partners: "/partners",
};

/** chooseDashboardPath gives the address at which a dashboard is shown. */
export function chooseDashboardPath(id: string): string {
  return pages[id] ?? `/dashboards/${encodeURIComponent(id)}`;
}
