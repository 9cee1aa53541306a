import type { Incident, IncidentPage } from "./incidents-query.js";

/** joinPages joins the pages of a list; what moved from one page to the next between two questions stands once. */
export function joinPages(pages: readonly IncidentPage[]): {
  readonly incidents: readonly Incident[];
  readonly people: IncidentPage["people"];
} {
  const incidents = new Map(pages.flatMap(({ nodes }) => nodes.map((node) => [node.id, node] as const)));
  return { incidents: [...incidents.values()], people: pages.flatMap(({ people }) => people) };
}
