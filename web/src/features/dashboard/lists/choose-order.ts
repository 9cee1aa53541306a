import type { Direction, PanelOrder } from "../../../graphql/operations.js";

/** chooseOrder says which end of a metric comes first: what is worst depends on which way the metric is better. */
export function chooseOrder(order: PanelOrder | null, better: Direction): "ASCENDING" | "DESCENDING" {
  switch (order) {
    case "SMALLEST":
      return "ASCENDING";
    case "WORST":
      return better === "HIGHER" ? "ASCENDING" : "DESCENDING";
    case "BEST":
      return better === "HIGHER" ? "DESCENDING" : "ASCENDING";
    default:
      return "DESCENDING";
  }
}
