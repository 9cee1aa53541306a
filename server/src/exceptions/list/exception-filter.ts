import type { ReachFilter } from "../../scope/reach.js";
import type { ExceptionOrder, ExceptionState } from "./exception-words.js";

/** ExceptionFilter chooses exceptions; several states mean any of them. The range is on when they were raised. */
export interface ExceptionFilter {
  readonly scope?: ReachFilter | null;
  /** Open ones unless told. */
  readonly states?: readonly ExceptionState[] | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** The beginning of the id of an exception, its run or its entity, or a part of its message. */
  readonly search?: string | null;
  readonly orderBy?: ExceptionOrder | null;
}
