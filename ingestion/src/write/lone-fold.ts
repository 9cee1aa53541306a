import type { FoldPart } from "../resolve/fold-part.js";
import type { SubjectState } from "../resolve/subject-state.js";
import type { SubjectStore } from "../resolve/subject-store.js";
import { addSuperseded } from "./add-superseded.js";
import { joinContributions, type Contribution, type Contributions } from "./contribution.js";
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

/** LoneFold folds where no other process writes to the database: what is known of a subject in memory is all there is. */
export class LoneFold implements Fold {
  readonly #parts = new RowWriter();
  readonly #serving: ServingRows;
  readonly #dirty: DirtyHours;

  constructor(
    private readonly subjects: SubjectStore,
    now: () => Date,
    private readonly findListed: FindListedRuns,
    private readonly stamps: PromiseStamps = NO_STAMPS,
  ) {
    this.#serving = new ServingRows(now, stamps);
    this.#dirty = new DirtyHours(now);
  }

  async store(batch: StorageBatch, facts: readonly TableRows[], inserts: Pick<TableInserts, "insert">): Promise<void> {
    const touched = new Map<string, SubjectState>();
    this.#parts.clear();
    this.#serving.clear();
    this.#dirty.clear();
    await this.stamps.prepare(batch.listTenants());
    try {
      const superseded = await this.#addPublications(batch.publications, touched);
      const contributions = joinContributions(batch.contributions, superseded);
      const listed = batch.hasReplayed ? await this.findListed(contributions) : undefined;
      await this.#addContributions(contributions, touched, listed);
      await inserts.insert([...facts, { table: "fold_part", columns: FOLD_PART_COLUMNS, rows: this.#parts }]);
      await inserts.insert(listServingTables(this.#serving));
      await inserts.insert([this.#dirty.list()]);
      await this.subjects.keep(touched);
    } catch (cause) {
      this.subjects.forget(touched);
      throw cause;
    }
  }

  async #addPublications(publications: Contributions, touched: Map<string, SubjectState>): Promise<Contributions> {
    const superseded: Contributions = new Map();
    for (const [key, state] of await this.subjects.load(publications)) {
      touched.set(key, state);
      const { added, repeated } = addParts(state, publications.get(key));
      for (const part of added) writeFoldPartRow(this.#parts, state.subject, part, renderDay(part.timeMs));
      addSuperseded({ contributions: superseded, outOfSequence: this.#serving.outOfSequence }, state, [
        ...added,
        ...repeated,
      ]);
    }
    return superseded;
  }

  async #addContributions(
    contributions: Contributions,
    touched: Map<string, SubjectState>,
    listed: ReadonlySet<string> | undefined,
  ): Promise<void> {
    const slice = new TimeSlice();
    for (const [key, state] of await this.subjects.load(contributions)) {
      if (slice.isOver) await slice.yield();
      touched.set(key, state);
      const { added, repeated } = addParts(state, contributions.get(key));
      if (added.length === 0 && (repeated.length === 0 || state.isServed)) continue;
      const { day, write } = this.#serving.fold(state);
      write({ parts: added, isFirst: state.version === added.length, isUnlisted: listed?.has(key) === false });
      this.#dirty.add(state);
      for (const part of added) writeFoldPartRow(this.#parts, state.subject, part, day);
    }
  }
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
