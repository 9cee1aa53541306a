import { crc32 } from "node:zlib";
import { OPEN_RUN_KEEP_MS, type ClickHouse } from "@watchfloor/sql";
import type { ExceptionPartBody } from "../resolve/exception-row.js";
import { findSuperseding, type PublicationBody } from "../resolve/find-superseding.js";
import { foldException } from "../resolve/fold-exception.js";
import { isSamePart, type FoldPart, type Subject } from "../resolve/fold-part.js";
import { foldRun } from "../resolve/fold-run.js";
import { buildTargetRunId } from "../resolve/resolve-change-parts.js";
import type { RunRow } from "../resolve/run-row.js";
import type { RunPartBody } from "../resolve/run-part-body.js";
import type { SubjectState } from "../resolve/subject-state.js";
import type { SubjectStore } from "../resolve/subject-store.js";
import { insertRows, type PoisonRow } from "./insert-rows.js";
import { addContribution, type Contribution, type Contributions } from "./contribution.js";
import { FEED_ACTIVITY_COLUMNS, FEED_COLUMNS, FEED_COUNT_COLUMNS, FEED_DAY_COLUMNS } from "./rows/feed-batch.js";
import { renderDay } from "./rows/render-day.js";
import { RowWriter } from "./rows/row-writer.js";
import type { ServedRow } from "./rows/served-row.js";
import { DECISION_COLUMNS } from "./rows/write-decision-row.js";
import { EVENT_COLUMNS } from "./rows/write-event-row.js";
import { EXCEPTION_COLUMNS, writeExceptionRow } from "./rows/write-exception-row.js";
import { FOLD_PART_COLUMNS, writeFoldPartRow } from "./rows/write-fold-part-row.js";
import { MEASURE_COLUMNS } from "./rows/write-measure-row.js";
import { REJECTED_COLUMNS, writeRejectedRow } from "./rows/write-rejected-row.js";
import { RUN_CELLS, writeRunCells } from "./rows/write-run-cells.js";
import { RUN_COLUMNS, writeRunRow } from "./rows/write-run-row.js";
import { STEP_COLUMNS } from "./rows/write-step-row.js";
import type { StorageBatch } from "./storage-batch.js";

/**
 * StorageWriter stores a batch: facts and parts first, serving rows derived from the parts last, so that a process that
 * ends in between leaves nothing that the repeat of the batch does not complete. One batch at a time.
 */
export class StorageWriter {
  readonly #parts = new RowWriter();
  readonly #runs = new RowWriter();
  readonly #openRuns = new RowWriter();
  readonly #exceptions = new RowWriter();
  readonly #feeds = {
    feeds: new RowWriter(),
    activity: new RowWriter(),
    days: new RowWriter(),
    counts: new RowWriter(),
  };

  constructor(
    private readonly clickhouse: ClickHouse,
    private readonly subjects: SubjectStore,
    private readonly now: () => Date,
  ) {}

  /** store returns how many rows the engine could not read; they are kept in `rejected_event`. Rejects when the batch must be repeated. */
  async store(batch: StorageBatch): Promise<number> {
    const touched = new Map<string, SubjectState>();
    this.#clearRows();
    try {
      const superseded = await this.#addPublications(batch.publications, touched);
      await this.#addContributions(join(batch.contributions, superseded), touched);
      batch.feeds.writeRows(this.#feeds, batch.origin);
      const unreadable = await allDone([
        this.#insert("event", EVENT_COLUMNS, batch.events),
        this.#insert("fold_part", FOLD_PART_COLUMNS, this.#parts),
        this.#insert("step", STEP_COLUMNS, batch.steps),
        this.#insert("measure", MEASURE_COLUMNS, batch.measures),
        this.#insert("decision", DECISION_COLUMNS, batch.decisions),
        this.#insert("rejected_event", REJECTED_COLUMNS, batch.rejected),
        this.#insert("feed_activity", FEED_ACTIVITY_COLUMNS, this.#feeds.activity),
        this.#insert("feed_day", FEED_DAY_COLUMNS, this.#feeds.days),
        this.#insert("feed", FEED_COLUMNS, this.#feeds.feeds),
        this.#insert("feed_count", FEED_COUNT_COLUMNS, this.#feeds.counts),
      ]);
      const unreadableServed = await allDone([
        this.#insert("run", RUN_COLUMNS, this.#runs),
        this.#insert("open_run", RUN_CELLS, this.#openRuns),
        this.#insert("exception", EXCEPTION_COLUMNS, this.#exceptions),
      ]);
      this.subjects.keep(touched);
      return unreadable + unreadableServed;
    } catch (cause) {
      this.subjects.forget(touched);
      throw cause;
    }
  }

  #clearRows(): void {
    const served = [this.#parts, this.#runs, this.#openRuns, this.#exceptions];
    for (const rows of [...served, ...Object.values(this.#feeds)]) rows.clear();
  }

  /** #addPublications returns the ends that new publications bring to runs of earlier ones (CONTRACT 2.2, supersession). */
  async #addPublications(publications: Contributions, touched: Map<string, SubjectState>): Promise<Contributions> {
    const superseded: Contributions = new Map();
    for (const [key, state] of await this.subjects.load(publications)) {
      touched.set(key, state);
      const { added, repeated } = addParts(state, publications.get(key));
      for (const part of added) writeFoldPartRow(this.#parts, state.subject, part, renderDay(part.timeMs));
      const isTouched = (part: FoldPart) => [...added, ...repeated].some((known) => isSamePart(known, part));
      for (const { of, by } of findSuperseding(state.parts as readonly FoldPart<PublicationBody>[]))
        if (isTouched(of) || isTouched(by)) addSuperseded(superseded, state.subject, of, by);
    }
    return superseded;
  }

  async #addContributions(contributions: Contributions, touched: Map<string, SubjectState>): Promise<void> {
    for (const [key, state] of await this.subjects.load(contributions)) {
      touched.set(key, state);
      const { added, repeated } = addParts(state, contributions.get(key));
      if (added.length > 0 || (repeated.length > 0 && !state.isServed)) this.#serve(state, added);
    }
  }

  /** #serve folds a subject and writes its parts, its serving row and the tombstones of days it has left. */
  #serve(state: SubjectState, added: readonly FoldPart[]): void {
    const day = state.subject.kind === "exception" ? this.#serveException(state) : this.#serveRun(state, added);
    for (const part of added) writeFoldPartRow(this.#parts, state.subject, part, day);
  }

  #serveException(state: SubjectState): string {
    const row = foldException(state.parts as readonly FoldPart<ExceptionPartBody>[]);
    const day = renderDay(row.raisedAtMs ?? row.resolvedAtMs ?? 0);
    state.isOpen = row.resolvedAtMs === undefined;
    for (const served of listServed(state, day)) writeExceptionRow(this.#exceptions, state.subject, row, served);
    return day;
  }

  #serveRun(state: SubjectState, added: readonly FoldPart[]): string {
    const row = foldRun(state.parts as readonly FoldPart<RunPartBody>[]);
    const day = renderDay(row.startedAtMs ?? row.dueAtMs ?? row.finishedAtMs ?? row.mismatchedAtMs ?? row.firstHeardMs);
    state.isOpen = row.startedAtMs === undefined || row.finishedAtMs === undefined;
    for (const served of listServed(state, day)) writeRunRow(this.#runs, state.subject, row, served);
    const mayBeAmongOpen = !this.subjects.isAlone || state.version > added.length;
    if (mayBeAmongOpen || this.#isOpenOrJustEnded(row)) {
      writeRunCells(this.#openRuns, state.subject, row, { day, version: state.version });
      this.#openRuns.endRow();
    }
    return day;
  }

  #isOpenOrJustEnded({ finishedAtMs }: RunRow): boolean {
    return finishedAtMs === undefined || finishedAtMs > this.now().getTime() - OPEN_RUN_KEEP_MS;
  }

  async #insert(table: string, columns: readonly string[], rows: RowWriter): Promise<number> {
    if (rows.count === 0) return 0;
    const poison = await insertRows(this.clickhouse, { table, columns, body: rows.toBuffer() });
    if (poison.length > 0) await this.#keepPoison(poison);
    return poison.length;
  }

  /** #keepPoison keeps rows that cannot be stored where refused events are looked at. */
  async #keepPoison(poison: readonly PoisonRow[]): Promise<void> {
    const rows = new RowWriter();
    const receivedAtMs = this.now().getTime();
    for (const { table, tenant, cells, detail } of poison)
      writeRejectedRow(rows, {
        ...{ tenant, receivedAtMs, request: `row of ${table}`, position: crc32(cells), source: "", id: "" },
        refusal: { reason: "malformed", field: "", detail: detail.slice(0, 500) },
        payload: cells,
      });
    await this.clickhouse.insert({ table: "rejected_event", columns: REJECTED_COLUMNS, body: rows.toBuffer() });
  }
}

/** listServed adds the day under which a state is served now and returns its row and the tombstones of the days it has left. */
function listServed(state: SubjectState, day: string): ServedRow[] {
  state.addDay(day);
  return state.days.map((known) => ({ day: known, version: state.version, isDeleted: known !== day }));
}

/** allDone waits for every insert, also when one fails: rows may only be written anew once nothing reads them. It adds up what they return. */
async function allDone(inserts: readonly Promise<number>[]): Promise<number> {
  let sum = 0;
  for (const result of await Promise.allSettled(inserts)) {
    if (result.status === "rejected") throw result.reason;
    sum += result.value;
  }
  return sum;
}

/** addParts adds parts to a state and tells those that were new from those that are stored already. */
function addParts(
  state: SubjectState,
  contribution: Contribution | undefined,
): { added: readonly FoldPart[]; repeated: readonly FoldPart[] } {
  const added: FoldPart[] = [];
  const repeated: FoldPart[] = [];
  for (const part of contribution?.parts ?? []) (state.add(part) ? added : repeated).push(part);
  return { added, repeated };
}

/** join leaves both as they are: a batch that could not be stored is stored again. */
function join(contributions: Contributions, others: Contributions): Contributions {
  if (others.size === 0) return contributions;
  const joined: Contributions = new Map(contributions);
  for (const [key, { subject, parts }] of others)
    joined.set(key, { subject, parts: [...(contributions.get(key)?.parts ?? []), ...parts] });
  return joined;
}

function addSuperseded(
  superseded: Contributions,
  publication: Subject,
  of: FoldPart<PublicationBody>,
  by: FoldPart<PublicationBody>,
): void {
  const body: RunPartBody = { isSuperseded: true };
  for (const targetKey of of.body.targetKeys) {
    const { source, id, timeMs, contentHash } = by;
    addContribution(
      superseded,
      { ...publication, kind: "run", id: buildTargetRunId(of.body.change, targetKey) },
      { source, id, name: "superseded", timeMs, contentHash, body },
    );
  }
}
