import type { ReachFilter } from "../../scope/reach.js";
import type { RunPath } from "./run-path.js";
import type { RunOrder, RunState } from "../run-words.js";

/** RunFilter chooses runs; several states mean any of them, OPEN includes overdue and at risk. */
export interface RunFilter {
  readonly scope?: ReachFilter | null;
  readonly states?: readonly RunState[] | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly correlation?: string | null;
  readonly entityId?: string | null;
  readonly change?: string | null;
  /** Exact id or its beginning, of run, correlation, entity or change; or exactly the value of an attribute, such as a sku. */
  readonly search?: string | null;
  /** From start to end, or to now while open. */
  readonly minSeconds?: number | null;
  readonly maxSeconds?: number | null;
  readonly workflowVersions?: readonly string[] | null;
  readonly path?: RunPath | null;
  readonly orderBy?: RunOrder | null;
}
