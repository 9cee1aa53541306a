import type { StorageBatch } from "./storage-batch.js";
import type { TableInserts, TableRows } from "./table-inserts.js";

/** Fold stores the parts of a batch and the serving rows that follow from them. */
export interface Fold {
  /**
   * store stores `facts` and parts first, serving rows last, so that a process that ends in between leaves nothing that the repeat
   * of the batch does not complete.
   */
  store(batch: StorageBatch, facts: readonly TableRows[], inserts: Pick<TableInserts, "insert">): Promise<void>;
}
