import type { ClickHouse } from "@watchfloor/sql";
import type { SubjectStore } from "../resolve/subject-store.js";
import type { Fold } from "./fold.js";
import { dropReplayedRows } from "./drop-replayed-rows.js";
import { FactRows } from "./fact-rows.js";
import { buildFindListedRuns } from "./find-listed-runs.js";
import { LoneFold } from "./lone-fold.js";
import { NO_STAMPS, type PromiseStamps } from "./promise-stamps.js";
import { SharedFold } from "./shared-fold.js";
import type { StorageBatch } from "./storage-batch.js";
import { TableInserts } from "./table-inserts.js";

/** StorageWriter stores batches, one at a time. */
export class StorageWriter {
  readonly #facts = new FactRows();
  readonly #fold: Fold;

  constructor(
    private readonly clickhouse: ClickHouse,
    subjects: SubjectStore,
    private readonly now: () => Date,
    stamps: PromiseStamps = NO_STAMPS,
  ) {
    const findListed = buildFindListedRuns(clickhouse);
    this.#fold = subjects.isAlone
      ? new LoneFold(subjects, now, findListed, stamps)
      : new SharedFold(subjects, now, findListed, stamps);
  }

  /**
   * store returns how many rows the engine could not read; they are kept in `rejected_event`. Rejects when the batch must be repeated;
   * `isAgain` = some of it may be stored already.
   */
  async store(batch: StorageBatch, isAgain = false): Promise<number> {
    const inserts = new TableInserts(this.clickhouse, this.now);
    const rejected = isAgain ? await dropReplayedRows(this.clickhouse, batch) : undefined;
    await this.#fold.store(batch, this.#facts.list(batch, rejected), inserts);
    return inserts.unreadable;
  }
}
