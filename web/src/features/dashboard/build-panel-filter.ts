import type { PanelFilterPartsFragment, ScopeFilterInput } from "../../graphql/operations.js";

const names = [
  ...(["clients", "brands", "regions", "stores", "channels", "partners", "workflows", "steps", "sources"] as const),
  ...(["measures", "outcomes", "errorClasses", "exceptionClasses"] as const),
];

/** nowhere is an id that nothing has: what a page and its panel allow may have nothing in common. */
const nowhere = "∅";

/** buildPanelFilter narrows the filter of the page by that of a panel; what both narrow keeps what both allow. */
export function buildPanelFilter(
  page: ScopeFilterInput,
  ...panels: readonly (PanelFilterPartsFragment | null | undefined)[]
): ScopeFilterInput {
  const filter: ScopeFilterInput = { ...page };
  for (const panel of panels)
    for (const name of names) {
      const wanted = panel?.[name];
      if (wanted === null || wanted === undefined) continue;
      const allowed = filter[name];
      const kept = allowed === null || allowed === undefined ? wanted : wanted.filter((id) => allowed.includes(id));
      filter[name] = kept.length === 0 ? [nowhere] : [...kept];
    }
  return filter;
}
