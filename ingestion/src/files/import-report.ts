import type { RejectionReason } from "../events/rejection-reason.js";
import type { ImportCount } from "./import-count.js";

/** RejectedRow is a row that did not become events, or of which an event was refused. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: RejectionReason;
  readonly field: string;
  readonly detail: string;
  readonly content: unknown;
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
  /** progress is told after each batch that is durable. */
  progress(count: ImportCount): Promise<void>;
}
