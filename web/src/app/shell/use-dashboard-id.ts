import { useMatches } from "@tanstack/react-router";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** dashboard is the definition that a page is drawn from; "$id" where the address names it. */
    dashboard?: string;
  }
}

/** useDashboardId answers the id of the dashboard that the page is drawn from; null for pages that are none. */
export function useDashboardId(): string | null {
  return useMatches({
    select: (matches) => {
      const match = matches.at(-1);
      const id = match?.staticData.dashboard;
      if (match === undefined || id === undefined) return null;
      return id === "$id" && "id" in match.params ? match.params.id : id;
    },
  });
}
