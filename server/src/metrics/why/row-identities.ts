import type { FlowTerm } from "../metric-definition.js";

/** RowIdentity says which columns tell the rows of a source apart, and what is shown of a row beside them. */
export interface RowIdentity {
  /** Shown as the row's id. */
  readonly id: string;
  /** SQL of the workflow; '' where rows have none. */
  readonly workflow: string;
  /** SQL of the run a row is part of; '' where rows name none. */
  readonly run: string;
  /** Every column that tells rows apart. */
  readonly key: readonly string[];
  /** SQL of the source system; '' where rows belong to none. */
  readonly origin: string;
  /** Whether rows have the columns of a place (store, channel, partner), and of money. */
  readonly hasPlace: boolean;
  readonly hasCurrency: boolean;
}

const FACT = { workflow: "workflow", run: "run", origin: "source", hasPlace: true, hasCurrency: true } as const;
const RECEIPT = { workflow: "''", run: "''", origin: "source", hasPlace: true, hasCurrency: false } as const;

/** ROW_IDENTITIES: what a row of each source is. Receipts are counted per feed and slice, so such a row is a slice of a feed. */
export const ROW_IDENTITIES: Readonly<Record<FlowTerm["source"], RowIdentity>> = {
  run: { ...FACT, id: "run", key: ["client", "workflow", "run"] },
  exception: { ...FACT, id: "exception", key: ["client", "exception"] },
  raised_exception: { ...FACT, id: "exception", key: ["client", "exception"] },
  measure: { ...FACT, run: "''", id: "id", key: ["client", "source", "measure", "id"] },
  decision: { ...FACT, run: "''", id: "decision", key: ["client", "decision"], hasCurrency: false },
  change: {
    workflow: "workflow",
    run: "''",
    origin: "''",
    hasPlace: false,
    hasCurrency: false,
    id: "change",
    key: ["client", "change"],
  },
  step: { ...FACT, id: "id", key: ["client", "workflow", "run", "source", "id", "finished_at"], hasCurrency: false },
  correlation: {
    ...FACT,
    run: "''",
    id: "correlation.2",
    key: ["client", "workflow", "correlation"],
    hasCurrency: false,
  },
  run_minute: { ...RECEIPT, hasPlace: false, id: "toString(minute_at)", key: ["client", "source", "minute_at"] },
  event: { ...RECEIPT, id: "id", key: ["client", "source", "id"] },
  rejected_event: { ...RECEIPT, id: "id", key: ["request", "position", "client", "source", "id"] },
  out_of_sequence: { ...RECEIPT, workflow: "workflow", id: "id", key: ["client", "source", "id"] },
  feed_count: {
    ...RECEIPT,
    id: "toString(slice)",
    key: ["client", "source", "store", "channel", "partner", "slice"],
  },
};
