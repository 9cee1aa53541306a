import { FEED_ACTIVITY_COLUMNS, FEED_COLUMNS } from "./rows/feed-batch.js";
import { RowWriter } from "./rows/row-writer.js";
import { DECISION_COLUMNS } from "./rows/write-decision-row.js";
import { EVENT_COLUMNS } from "./rows/write-event-row.js";
import { MEASURE_COLUMNS } from "./rows/write-measure-row.js";
import { REJECTED_COLUMNS } from "./rows/write-rejected-row.js";
import { STEP_COLUMNS } from "./rows/write-step-row.js";
import type { StorageBatch } from "./storage-batch.js";
import type { TableRows } from "./table-inserts.js";

/** FactRows lists the rows of a batch that need no fold: each event is one row, whatever else is known. */
export class FactRows {
  readonly #feeds = new RowWriter();
  readonly #activity = new RowWriter();

  list(batch: StorageBatch): TableRows[] {
    for (const rows of [this.#feeds, this.#activity]) rows.clear();
    batch.feeds.writeFeedRows(this.#feeds);
    batch.feeds.writeActivityRows(this.#activity);
    return [
      { table: "event", columns: EVENT_COLUMNS, rows: batch.events },
      { table: "step", columns: STEP_COLUMNS, rows: batch.steps },
      { table: "measure", columns: MEASURE_COLUMNS, rows: batch.measures },
      { table: "decision", columns: DECISION_COLUMNS, rows: batch.decisions },
      { table: "rejected_event", columns: REJECTED_COLUMNS, rows: batch.rejected },
      { table: "feed_activity", columns: FEED_ACTIVITY_COLUMNS, rows: this.#activity },
      { table: "feed", columns: FEED_COLUMNS, rows: this.#feeds },
    ];
  }
}
