import { createContext, useContext } from "react";
import type { ScopeFilterInput } from "../../graphql/operations.js";
import type { TimeRange } from "../../time-range/time-range.js";
import type { Compared } from "./read-compared.js";
import type { Definition } from "./dashboard-query.js";

/** GroupPart is one dimension of a row's key with its id and title. */
export interface GroupPart {
  readonly dimension: string;
  readonly id: string | null;
  readonly title: string | null;
}

/** DashboardState is what every panel of a page needs: what the page is narrowed to, over which time, compared with what. */
export interface DashboardState {
  readonly definition: Definition;
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly compared: Compared;
  /** canNarrow tells whether a click on a value of a dimension may narrow the page to it. */
  readonly canNarrow: (dimension: string) => boolean;
  /** narrow narrows the page to a row of a panel; a second time it widens it again. */
  readonly narrow: (key: readonly GroupPart[]) => void;
  /** isNarrowedTo tells whether the page shows that row alone. */
  readonly isNarrowedTo: (key: readonly GroupPart[]) => boolean;
}

/** DashboardContext carries the state of the page to its panels. */
export const DashboardContext = createContext<DashboardState | null>(null);

/** useDashboard answers the state of the page; only for panels of a dashboard. */
export function useDashboard(): DashboardState {
  const state = useContext(DashboardContext);
  if (state === null) throw new Error("useDashboard needs a dashboard above it");
  return state;
}
