import type { WallState } from "../../graphql/operations.js";
import type { State } from "../../ui/state-shape.js";

/** wallStates gives the drawn state for each state of a store. */
export const wallStates: Readonly<Record<WallState, State>> = {
  OK: "ok",
  AT_RISK: "risk",
  LATE: "late",
  NO_DATA: "none",
};

/** wallStateOrder is from worst to best: what is late costs now, what is not measured may. */
export const wallStateOrder: readonly State[] = ["late", "none", "risk", "ok"];
