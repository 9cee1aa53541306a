import type { EventDocument } from "../../events/event-document.js";

/** PayloadFault says why one event of a payload could not be made: the entry of the mapping's `events`, the element, the field. */
export interface PayloadFault {
  /** Place of the entry in the mapping's `events`, from 0. */
  readonly entry: number;
  /** Place of the element that `forEach` was at, from 1; 1 without `forEach`. */
  readonly position: number;
  readonly field: string;
  readonly detail: string;
}

/**
 * PayloadVerdict is what becomes of a payload. Events and faults may both be there: one bad element loses nothing of the others.
 * Neither = the mapping's conditions leave this payload out. `faultCount` counts all faults, `faults` holds the first of them.
 */
export interface PayloadVerdict {
  readonly events: readonly EventDocument[];
  readonly faults: readonly PayloadFault[];
  readonly faultCount: number;
  /** Checks of the mapping that hold, and what was unreadable and went on without. */
  readonly warnings: readonly string[];
}
