import { FEED_ACTIVITY_COLUMNS, FEED_COLUMNS, FEED_COUNT_COLUMNS, FEED_DAY_COLUMNS } from "./rows/feed-batch.js";
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
  readonly #feeds = {
    feeds: new RowWriter(),
    activity: new RowWriter(),
    days: new RowWriter(),
    counts: new RowWriter(),
  };

  /** list gives the tables; `rejected` in place of the batch's own refused events where some of them are left out. */
  list(batch: StorageBatch, rejected: TableRows["rows"] = batch.rejected): TableRows[] {
    const { feeds, activity, days, counts } = this.#feeds;
    for (const rows of [feeds, activity, days, counts]) rows.clear();
    batch.feeds.writeRows(this.#feeds, batch.origin);
    return [
      { table: "event", columns: EVENT_COLUMNS, rows: batch.events },
      { table: "step", columns: STEP_COLUMNS, rows: batch.steps },
      { table: "measure", columns: MEASURE_COLUMNS, rows: batch.measures },
      { table: "decision", columns: DECISION_COLUMNS, rows: batch.decisions },
      { table: "rejected_event", columns: REJECTED_COLUMNS, rows: rejected },
      { table: "feed_activity", columns: FEED_ACTIVITY_COLUMNS, rows: activity },
      { table: "feed_day", columns: FEED_DAY_COLUMNS, rows: days },
      { table: "feed", columns: FEED_COLUMNS, rows: feeds },
      { table: "feed_count", columns: FEED_COUNT_COLUMNS, rows: counts },
    ];
  }
}
