import type { SubjectState } from "../../resolve/subject-state.js";
import type { TableRows } from "../table-inserts.js";
import { RowWriter } from "./row-writer.js";

/** DIRTY_HOUR_COLUMNS are the columns of a mark; the engine adds when it was noted. */
export const DIRTY_HOUR_COLUMNS = ["tenant", "hour"];

const HOUR_MS = 3_600_000;
/**
 * Hours that ended less than this ago are not marked: they are rolled up for the first time 50 minutes after their end, which leaves
 * a batch half an hour between its first look at the clock and its last row.
 */
const MARKED_AFTER_MS = 20 * 60_000;

/** What parts of runs and exceptions say of instants. */
interface Instants {
  readonly startedAtMs?: number | undefined;
  readonly dueAtMs?: number | undefined;
  readonly raisedAtMs?: number | undefined;
}

/**
 * DirtyHours collects the hours of which rollups change with a batch. Every instant that an earlier or the present state of a subject
 * has is an instant of one of its parts, so the hours of all its parts are marked. The marks are stored behind the rows they are about.
 */
export class DirtyHours {
  readonly #rows = new RowWriter();
  readonly #hours = new Map<string, Set<number>>();
  #markedBefore = 0;

  constructor(private readonly now: () => Date) {}

  /** clear forgets the hours of the batch before. */
  clear(): void {
    this.#hours.clear();
    this.#rows.clear();
    this.#markedBefore = Math.floor((this.now().getTime() - MARKED_AFTER_MS) / HOUR_MS) * HOUR_MS;
  }

  /** add marks every hour in which the subject is, or was, counted. */
  add({ subject, parts }: SubjectState): void {
    for (const { timeMs, body } of parts) {
      const { startedAtMs, dueAtMs, raisedAtMs } = body as Instants;
      this.#mark(subject.tenant, timeMs);
      if (startedAtMs !== undefined && startedAtMs !== timeMs) this.#mark(subject.tenant, startedAtMs);
      if (dueAtMs !== undefined) this.#mark(subject.tenant, dueAtMs);
      if (raisedAtMs !== undefined && raisedAtMs !== timeMs) this.#mark(subject.tenant, raisedAtMs);
    }
  }

  /** list returns the marks as rows. */
  list(): TableRows {
    for (const [tenant, hours] of this.#hours)
      for (const hour of hours)
        this.#rows
          .text(tenant)
          .second(hour * HOUR_MS)
          .endRow();
    return { table: "dirty_hour", columns: DIRTY_HOUR_COLUMNS, rows: this.#rows, mustBeSeen: true };
  }

  #mark(tenant: string, ms: number): void {
    if (ms >= this.#markedBefore) return;
    let hours = this.#hours.get(tenant);
    if (hours === undefined) this.#hours.set(tenant, (hours = new Set()));
    hours.add(Math.floor(ms / HOUR_MS));
  }
}
