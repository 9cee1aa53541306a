import type { Reach } from "../../scope/reach.js";
import type { Dimension } from "../metric-words.js";

/** What cells are kept by; a region follows from the store. */
const CELL_DIMENSIONS: ReadonlySet<Dimension> = new Set<Dimension>([
  "CLIENT",
  "BRAND",
  "REGION",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "SOURCE",
  "WORKFLOW",
]);

/** chooseCells says whether rolled up cells can answer within a reach, and whether they must know their store; undefined = they cannot. */
export function chooseCells(
  reach: Reach,
  question: { readonly dimensions: readonly Dimension[]; readonly attributes: readonly string[] },
): { readonly isByStore: boolean } | undefined {
  const { stores, filterRegionStores, filter } = reach.parts;
  const narrowed = [filter.attributes, filter.changes, filter.outcomes, filter.errorClasses, filter.exceptionClasses];
  if (narrowed.some((list) => list != null) || question.attributes.length > 0) return undefined;
  if (!question.dimensions.every((dimension) => CELL_DIMENSIONS.has(dimension))) return undefined;
  const isByStore =
    stores !== null ||
    filterRegionStores !== null ||
    filter.stores != null ||
    question.dimensions.some((dimension) => dimension === "STORE" || dimension === "REGION");
  return { isByStore };
}
