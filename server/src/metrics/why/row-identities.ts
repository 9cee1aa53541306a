import type { FlowTerm } from "../metric-definition.js";

/** RowIdentity says which columns tell the rows of a source apart, and what is shown of a row beside them. */
export interface RowIdentity {
  /** Shown as the row's id. */
  readonly id: string;
  /** SQL of the workflow; '' where rows have none. */
  readonly workflow: string;
  /** Every column that tells rows apart. */
  readonly key: readonly string[];
  /** `''` where rows of the source belong to no source system. */
  readonly origin: string;
}

/** ROW_IDENTITIES: what a row of each source is. Receipts are counted per feed and slice, so such a row is a slice of a feed. */
export const ROW_IDENTITIES: Readonly<Record<FlowTerm["source"], RowIdentity>> = {
  run: { id: "run", workflow: "workflow", key: ["client", "workflow", "run"], origin: "source" },
  exception: { id: "exception", workflow: "workflow", key: ["client", "exception"], origin: "source" },
  measure: { id: "id", workflow: "workflow", key: ["client", "source", "measure", "id"], origin: "source" },
  event: { id: "id", workflow: "''", key: ["client", "source", "id"], origin: "source" },
  rejected_event: {
    id: "id",
    workflow: "''",
    key: ["request", "position", "client", "source", "id"],
    origin: "source",
  },
  out_of_sequence: {
    id: "id",
    workflow: "workflow",
    key: ["client", "source", "id"],
    origin: "source",
  },
  feed_count: {
    id: "toString(slice)",
    workflow: "''",
    key: ["client", "source", "store", "channel", "partner", "slice"],
    origin: "source",
  },
};
