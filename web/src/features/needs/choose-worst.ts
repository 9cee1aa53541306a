import type { Need } from "./need.js";

/**
 * chooseWorst picks the lines shown before somebody asks for all: the first obligations and the first quiet places, in their order. Each
 * kind keeps a place, because a silent store has no money beside it and would never rank above an overdue order.
 */
export function chooseWorst(needs: readonly Need[], atMost: number): readonly Need[] {
  const quietPlaces = Math.min(Math.floor(atMost / 3), needs.filter((need) => need.kind === "quiet").length);
  const obligations = needs.filter((need) => need.kind === "obligation").slice(0, atMost - quietPlaces);
  const quiet = needs.filter((need) => need.kind === "quiet").slice(0, atMost - obligations.length);
  return [...obligations, ...quiet];
}
