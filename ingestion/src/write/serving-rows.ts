import { OPEN_RUN_KEEP_MS } from "@watchfloor/sql";
import type { ExceptionPartBody } from "../resolve/exception-row.js";
import { foldException } from "../resolve/fold-exception.js";
import type { FoldPart, Subject } from "../resolve/fold-part.js";
import { foldRun } from "../resolve/fold-run.js";
import type { RunPartBody } from "../resolve/run-part-body.js";
import type { RunRow } from "../resolve/run-row.js";
import { findUnorderedEnds } from "../resolve/find-unordered-ends.js";
import type { SubjectState } from "../resolve/subject-state.js";
import type { PromiseStamp, PromiseStamps } from "./promise-stamps.js";
import { renderDay } from "./rows/render-day.js";
import { RowWriter } from "./rows/row-writer.js";
import type { ServedRow } from "./rows/served-row.js";
import { writeExceptionRow } from "./rows/write-exception-row.js";
import { writeExpectationCheckRow } from "./rows/write-expectation-check-row.js";
import { writeUnorderedRow } from "./rows/write-out-of-sequence-row.js";
import { writeRunCells } from "./rows/write-run-cells.js";
import { writeRunRow } from "./rows/write-run-row.js";

/** FoldedSubject is what a state says now, and the day it is served under. */
export interface FoldedSubject {
  readonly state: SubjectState;
  readonly day: string;
  readonly write: (news: SubjectNews) => void;
}

/**
 * SubjectNews is what a batch brought to a subject; `isFirst` = no row of the subject was ever written, `isUnlisted` = it is known not to
 * stand among the open ones.
 */
export interface SubjectNews {
  readonly parts: readonly FoldPart[];
  readonly isFirst: boolean;
  readonly isUnlisted?: boolean;
}

/** ServingRows folds states into the rows that dashboards scan, and the tombstones of days a subject has left. */
export class ServingRows {
  readonly runs = new RowWriter();
  readonly openRuns = new RowWriter();
  readonly exceptions = new RowWriter();
  /** Comparisons of obligations, recorded as checks. */
  readonly checks = new RowWriter();
  readonly outOfSequence = new RowWriter();

  constructor(
    private readonly now: () => Date,
    private readonly stamps: PromiseStamps,
  ) {}

  clear(): void {
    for (const rows of [this.runs, this.openRuns, this.exceptions, this.checks, this.outOfSequence]) rows.clear();
  }

  /** fold says what a state is now and whether more is expected of it; nothing is written yet. */
  fold(state: SubjectState): FoldedSubject {
    return state.subject.kind === "exception" ? this.#foldException(state) : this.#foldRun(state);
  }

  #foldException(state: SubjectState): FoldedSubject {
    const row = foldException(state.parts as readonly FoldPart<ExceptionPartBody>[]);
    const day = renderDay(row.raisedAtMs ?? row.resolvedAtMs ?? 0);
    state.isOpen = row.resolvedAtMs === undefined;
    const write = () => {
      for (const served of listServed(state, day, { isIgnored: false, stamp: undefined }))
        writeExceptionRow(this.exceptions, state.subject, row, served);
    };
    return { state, day, write };
  }

  #foldRun(state: SubjectState): FoldedSubject {
    const row = foldRun(state.parts as readonly FoldPart<RunPartBody>[]);
    const day = renderDay(row.startedAtMs ?? row.dueAtMs ?? row.finishedAtMs ?? row.mismatchedAtMs ?? row.firstHeardMs);
    state.isOpen = row.startedAtMs === undefined || row.finishedAtMs === undefined;
    return { state, day, write: (news) => this.#writeRun({ state, row, day }, news) };
  }

  #writeRun({ state, row, day }: { state: SubjectState; row: RunRow; day: string }, news: SubjectNews): void {
    const stamp = this.#stamp(state.subject, row);
    for (const served of listServed(state, day, { isIgnored: row.isIgnored, stamp })) {
      writeRunRow(this.runs, state.subject, row, served);
      writeExpectationCheckRow(this.checks, state.subject, row, served);
    }
    const { subject, version } = state;
    const known = news.isFirst && row.startedAtMs !== undefined ? [] : state.parts;
    for (const end of findUnorderedEnds(known as readonly FoldPart<RunPartBody>[], news.parts))
      writeUnorderedRow(this.outOfSequence, { subject, row, version }, end);
    // A new run that ended long ago is not among the open ones; one that was open there must be told that it ended.
    if ((news.isFirst || news.isUnlisted === true) && !this.#isOpenOrJustEnded(row)) return;
    writeRunCells(this.openRuns, state.subject, row, { day, version: state.version, stamp });
    this.openRuns.endRow();
  }

  #stamp({ tenant, client, workflow }: Subject, row: RunRow): PromiseStamp | undefined {
    const { channel = "", store = "", partner = "" } = row.fields;
    const { startedAtMs, dueAtMs, pauses } = row;
    return this.stamps.stamp(tenant, {
      place: { client, workflow, channel, store, partner },
      startedAtMs,
      dueAtMs,
      pauses,
    });
  }

  #isOpenOrJustEnded({ finishedAtMs }: RunRow): boolean {
    return finishedAtMs === undefined || finishedAtMs > this.now().getTime() - OPEN_RUN_KEEP_MS;
  }
}

/** listServed adds the day under which a state is served now and returns its row and the tombstones of the days it has left. */
function listServed(
  state: SubjectState,
  day: string,
  { isIgnored, stamp }: { readonly isIgnored: boolean; readonly stamp: PromiseStamp | undefined },
): ServedRow[] {
  state.addDay(day);
  return state.days.map((known) => {
    return { day: known, version: state.version, isDeleted: isIgnored || known !== day, stamp };
  });
}
