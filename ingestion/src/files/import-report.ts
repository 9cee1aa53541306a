import type { RejectionReason } from "../events/rejection-reason.js";
import type { KeptRow } from "../mapping/source-row.js";
import type { ImportCount } from "./import-count.js";

/** RejectedRow is a row that did not become events, or of which an event was refused; with it, corrected, the row can be imported again. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: RejectionReason;
  readonly field: string;
  readonly detail: string;
  readonly kept: KeptRow;
  /** The row that followed it in its group. */
  readonly next: KeptRow | undefined;
}

/** DirtyRow is a row that was imported although a check of the mapping, or an unreadable optional value, speaks against it. */
export interface DirtyRow {
  readonly line: number;
  readonly reason: string;
  readonly content: unknown;
}

/** ImportReport is told of everything that happens during an import. */
export interface ImportReport {
  reject(row: RejectedRow): void;
  warn(row: DirtyRow): void;
  /** progress is told after each batch that is durable: all that was reported so far belongs to the rows counted so far. */
  progress(count: ImportCount): Promise<void>;
}
