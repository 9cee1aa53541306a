import { isSamePart } from "../resolve/fold-part.js";
import { SubjectState } from "../resolve/subject-state.js";
import type { SubjectStore } from "../resolve/subject-store.js";
import { addSuperseded } from "./add-superseded.js";
import { joinContributions, type Contributions } from "./contribution.js";
import { DirtyHours } from "./rows/dirty-hours.js";
import type { Fold } from "./fold.js";
import type { FindListedRuns } from "./find-listed-runs.js";
import { NO_STAMPS, type PromiseStamps } from "./promise-stamps.js";
import { listServingTables } from "./list-serving-tables.js";
import { renderDay } from "./rows/render-day.js";
import { RowWriter } from "./rows/row-writer.js";
import { FOLD_PART_COLUMNS, writeFoldPartRow } from "./rows/write-fold-part-row.js";
import { ServingRows } from "./serving-rows.js";
import type { StorageBatch } from "./storage-batch.js";
import type { TableInserts, TableRows } from "./table-inserts.js";
import { TimeSlice } from "../resolve/time-slice.js";

/** As many as one query reads back. */
const MAX_LOADED_SUBJECTS = 5_000;

type Inserts = Pick<TableInserts, "insert">;

/**
 * SharedFold folds where several processes write to one database, without a lock and without talking to each other: parts are
 * stored first and then read back with everybody's, so that of two writers the one that reads last knows the parts of both, and
 * its row has the greater version. A row is only served under a day that was recorded before the read: whoever reads later knows
 * every day under which a row may stand, and writes its tombstones (decision 0015).
 */
export class SharedFold implements Fold {
  readonly #parts = new RowWriter();
  readonly #serving: ServingRows;
  readonly #dirty: DirtyHours;

  constructor(
    private readonly subjects: Pick<SubjectStore, "load">,
    now: () => Date,
    private readonly findListed: FindListedRuns,
    private readonly stamps: PromiseStamps = NO_STAMPS,
  ) {
    this.#serving = new ServingRows(now, stamps);
    this.#dirty = new DirtyHours(now);
  }

  async store(batch: StorageBatch, facts: readonly TableRows[], inserts: Inserts): Promise<void> {
    this.#parts.clear();
    this.#serving.clear();
    this.#dirty.clear();
    await this.stamps.prepare(batch.listTenants());
    await this.#writeParts(batch.contributions);
    const known = batch.hasReplayed ? await this.subjects.load(batch.publications) : undefined;
    for (const [key, { subject, parts }] of batch.publications)
      for (const part of parts)
        // A replayed publication keeps the policy that was in force when it was received first, which its stored part knows.
        if (known?.get(key)?.parts.some((stored) => isSamePart(stored, part)) !== true)
          writeFoldPartRow(this.#parts, subject, part, renderDay(part.timeMs));
    await inserts.insert([...facts, this.#partTable]);

    const superseded = await this.#findSuperseded(batch.publications);
    if (superseded.size > 0) {
      this.#parts.clear();
      await this.#writeParts(superseded);
      await inserts.insert([this.#partTable]);
    }
    const contributions = joinContributions(batch.contributions, superseded);
    const listed = batch.hasReplayed ? await this.findListed(contributions) : undefined;
    await this.#serveAll(contributions, inserts, listed);
    await inserts.insert(listServingTables(this.#serving));
    await inserts.insert([this.#dirty.list()]);
  }

  get #partTable(): TableRows {
    return { table: "fold_part", columns: FOLD_PART_COLUMNS, rows: this.#parts, mustBeSeen: true };
  }

  /** #writeParts records parts under the day their subject would have if nothing else were known, which is right for a new one. */
  async #writeParts(contributions: Contributions): Promise<void> {
    const slice = new TimeSlice();
    for (const { subject, parts } of contributions.values()) {
      if (slice.isOver) await slice.yield();
      const state = new SubjectState(subject);
      for (const part of parts) state.add(part);
      const { day } = this.#serving.fold(state);
      for (const part of state.parts) writeFoldPartRow(this.#parts, subject, part, day);
    }
  }

  async #findSuperseded(publications: Contributions): Promise<Contributions> {
    const superseded: Contributions = new Map();
    for (const [key, state] of await this.subjects.load(publications))
      addSuperseded(
        { contributions: superseded, outOfSequence: this.#serving.outOfSequence },
        state,
        publications.get(key)?.parts ?? [],
      );
    return superseded;
  }

  /** #loadInTurn keeps the states of some subjects in memory at a time: those of a whole batch took hundreds of megabytes. */
  async *#loadInTurn(contributions: Contributions): AsyncGenerator<[string, SubjectState]> {
    const entries = [...contributions];
    for (let from = 0; from < entries.length; from += MAX_LOADED_SUBJECTS)
      yield* await this.subjects.load(entries.slice(from, from + MAX_LOADED_SUBJECTS));
  }

  /** #serveAll reads what all writers know and serves it; a subject whose day was not recorded yet is recorded and read again. */
  async #serveAll(
    contributions: Contributions,
    inserts: Inserts,
    listed: ReadonlySet<string> | undefined,
  ): Promise<void> {
    const slice = new TimeSlice();
    let unserved: Contributions = contributions;
    while (unserved.size > 0) {
      const unrecorded: Contributions = new Map();
      this.#parts.clear();
      for await (const [key, state] of this.#loadInTurn(unserved)) {
        if (slice.isOver) await slice.yield();
        const [part] = state.parts;
        if (part === undefined) continue;
        const { day, write } = this.#serving.fold(state);
        if (state.days.includes(day)) {
          const isUnlisted = listed?.has(key) === false;
          write({ parts: contributions.get(key)?.parts ?? [], isFirst: false, isUnlisted });
          this.#dirty.add(state);
          continue;
        }
        writeFoldPartRow(this.#parts, state.subject, part, day);
        unrecorded.set(key, { subject: state.subject, parts: [] });
      }
      if (unrecorded.size > 0) await inserts.insert([this.#partTable]);
      unserved = unrecorded;
    }
  }
}
