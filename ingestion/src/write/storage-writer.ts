import type { ClickHouse } from "@watchfloor/sql";
import type { ExceptionPartBody } from "../resolve/exception-row.js";
import { findSuperseding, type PublicationBody } from "../resolve/find-superseding.js";
import { foldException } from "../resolve/fold-exception.js";
import { partKey, subjectKey, type FoldPart, type Subject } from "../resolve/fold-part.js";
import { foldRun } from "../resolve/fold-run.js";
import { buildTargetRunId } from "../resolve/resolve-change-parts.js";
import type { RunPartBody } from "../resolve/run-part-body.js";
import type { SubjectState } from "../resolve/subject-state.js";
import type { SubjectStore } from "../resolve/subject-store.js";
import { EVENT_COLUMNS } from "./rows/event-row.js";
import { encodeExceptionRow, EXCEPTION_COLUMNS } from "./rows/encode-exception-row.js";
import { FEED_ACTIVITY_COLUMNS, FEED_COLUMNS } from "./rows/feed-batch.js";
import { encodeFoldPartRow, FOLD_PART_COLUMNS } from "./rows/fold-part-row.js";
import { MEASURE_COLUMNS } from "./rows/measure-row.js";
import { REJECTED_COLUMNS } from "./rows/rejected-row.js";
import { RowBuffer } from "./rows/row-buffer.js";
import { encodeRunRow, RUN_COLUMNS } from "./rows/encode-run-row.js";
import { STEP_COLUMNS } from "./rows/step-row.js";
import { tsvDay } from "./rows/tsv.js";
import type { Contribution, StorageBatch } from "./storage-batch.js";

interface FoldedRows {
  readonly parts: RowBuffer;
  readonly runs: RowBuffer;
  readonly exceptions: RowBuffer;
}

/**
 * StorageWriter stores a batch: facts and parts first, serving rows derived from the parts last, so that a process that
 * ends in between leaves nothing that the repeat of the batch does not complete.
 */
export class StorageWriter {
  constructor(
    private readonly clickhouse: ClickHouse,
    private readonly subjects: SubjectStore,
  ) {}

  async store(batch: StorageBatch): Promise<void> {
    const touched = new Map<string, SubjectState>();
    try {
      const rows: FoldedRows = { parts: new RowBuffer(), runs: new RowBuffer(), exceptions: new RowBuffer() };
      const superseded = await this.#addPublications(batch.publications, touched, rows);
      await this.#addContributions([...batch.contributions, ...superseded], touched, rows);
      await Promise.all([
        this.#insert("event", EVENT_COLUMNS, batch.events),
        this.#insert("fold_part", FOLD_PART_COLUMNS, rows.parts),
        this.#insert("step", STEP_COLUMNS, batch.steps),
        this.#insert("measure", MEASURE_COLUMNS, batch.measures),
        this.#insert("rejected_event", REJECTED_COLUMNS, batch.rejected),
        this.#insert("feed_activity", FEED_ACTIVITY_COLUMNS, batch.feeds.encodeActivityRows()),
        this.#insert("feed", FEED_COLUMNS, batch.feeds.encodeFeedRows()),
      ]);
      await Promise.all([
        this.#insert("run", RUN_COLUMNS, rows.runs),
        this.#insert("exception", EXCEPTION_COLUMNS, rows.exceptions),
      ]);
      this.subjects.keep(touched);
    } catch (cause) {
      this.subjects.forget(touched);
      throw cause;
    }
  }

  /** #addPublications returns the ends that new publications bring to runs of earlier ones (CONTRACT 2.2, supersession). */
  async #addPublications(
    publications: readonly Contribution[],
    touched: Map<string, SubjectState>,
    rows: FoldedRows,
  ): Promise<Contribution[]> {
    const states = await this.#load(publications, touched);
    const superseded: Contribution[] = [];
    for (const [state, { added, repeated }] of addParts(publications, states)) {
      for (const part of added) rows.parts.add(encodeFoldPartRow(state.subject, part, tsvDay(part.timeMs)));
      const isTouched = (part: FoldPart) =>
        added.includes(part) || repeated.some((known) => partKey(known) === partKey(part));
      for (const { of, by } of findSuperseding(state.parts as Iterable<FoldPart<PublicationBody>>))
        if (isTouched(of) || isTouched(by)) superseded.push(...buildSuperseded(state.subject, of, by));
    }
    return superseded;
  }

  async #addContributions(
    contributions: readonly Contribution[],
    touched: Map<string, SubjectState>,
    rows: FoldedRows,
  ): Promise<void> {
    const states = await this.#load(contributions, touched);
    for (const [state, { added }] of addParts(contributions, states)) serve(state, added, rows);
  }

  async #load(
    contributions: readonly Contribution[],
    touched: Map<string, SubjectState>,
  ): Promise<Map<string, SubjectState>> {
    const subjects = new Map<string, Subject>();
    for (const { key, subject } of contributions) subjects.set(key, subject);
    const states = await this.subjects.load(subjects);
    for (const [key, state] of states) touched.set(key, state);
    return states;
  }

  async #insert(table: string, columns: readonly string[], rows: RowBuffer): Promise<void> {
    if (rows.count > 0) await this.clickhouse.insert({ table, columns, body: rows.toBuffer() });
  }
}

interface TouchedParts {
  /** Parts that were not known, to be stored. */
  readonly added: FoldPart[];
  /** Parts that are stored already, of a state whose serving row may be missing. */
  readonly repeated: FoldPart[];
}

/** addParts adds parts to their states and returns the states whose serving rows must be written. */
function addParts(
  contributions: readonly Contribution[],
  states: ReadonlyMap<string, SubjectState>,
): Map<SubjectState, TouchedParts> {
  const touched = new Map<SubjectState, TouchedParts>();
  for (const { key, part } of contributions) {
    const state = states.get(key);
    if (state === undefined) continue;
    const isNew = state.add(part);
    if (!isNew && state.isServed) continue;
    let parts = touched.get(state);
    if (parts === undefined) touched.set(state, (parts = { added: [], repeated: [] }));
    (isNew ? parts.added : parts.repeated).push(part);
  }
  return touched;
}

/** serve folds a subject and writes its parts, its serving row and the tombstones of days it has left. */
function serve(state: SubjectState, added: readonly FoldPart[], rows: FoldedRows): void {
  const { subject, version } = state;
  const write = buildRowWriter(state);
  for (const part of added) rows.parts.add(encodeFoldPartRow(subject, part, write.day));
  state.days.add(write.day);
  const target = subject.kind === "run" ? rows.runs : rows.exceptions;
  for (const day of state.days) target.add(write.encode({ day, version, isDeleted: day !== write.day }));
}

function buildRowWriter(state: SubjectState): {
  day: string;
  encode: (served: { day: string; version: number; isDeleted: boolean }) => string;
} {
  const { subject } = state;
  if (subject.kind === "exception") {
    const row = foldException(state.parts as Iterable<FoldPart<ExceptionPartBody>>);
    return {
      day: tsvDay(row.raisedAtMs ?? row.resolvedAtMs ?? 0),
      encode: (served) => encodeExceptionRow(subject, row, served),
    };
  }
  const row = foldRun(state.parts as Iterable<FoldPart<RunPartBody>>);
  const dayMs = row.startedAtMs ?? row.dueAtMs ?? row.finishedAtMs ?? row.mismatchedAtMs ?? 0;
  return { day: tsvDay(dayMs), encode: (served) => encodeRunRow(subject, row, served) };
}

function buildSuperseded(
  publication: Subject,
  of: FoldPart<PublicationBody>,
  by: FoldPart<PublicationBody>,
): Contribution[] {
  const body: RunPartBody = { isSuperseded: true };
  return of.body.targetKeys.map((targetKey) => {
    const subject: Subject = { ...publication, kind: "run", id: buildTargetRunId(of.body.change, targetKey) };
    const part = {
      source: by.source,
      id: by.id,
      name: "superseded",
      timeMs: by.timeMs,
      contentHash: by.contentHash,
      body,
    };
    return { key: subjectKey(subject), subject, part };
  });
}
