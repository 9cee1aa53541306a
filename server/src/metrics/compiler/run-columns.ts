import { STAMP_COLUMNS } from "../../sla/stamps/build-stamped-table.js";

/** RUN_COLUMNS are the columns that `run` and `open_run` have in common: what a subquery of runs can pass on. */
export const RUN_COLUMNS = [
  ...[
    "tenant",
    "day",
    "client",
    "workflow",
    "run",
    "kind",
    "workflow_version",
    "source",
    "store",
    "channel",
    "partner",
  ],
  ...["region", "brand", "correlation", "actor", "entity_type", "entity_id", "entity_version", "change", "target"],
  ...["system", "started_at", "due_at", "finished_at", "outcome", "promise", "attempts", "superseded", "mismatched_at"],
  ...["error_class", "error_code", "error_message", "money", "currency", "human_touched", "evidence", "attributes"],
  ...["pauses", "expected_answers", "answers", "answered_money"],
] as const;

/** PROMISED_COLUMNS are those by which promises are decided. */
const PROMISED_COLUMNS = [
  "client",
  "workflow",
  "channel",
  "store",
  "partner",
  "started_at",
  "due_at",
  "finished_at",
  "pauses",
  "promise",
];

/** STAMPED_COLUMNS are those by which they were decided when the row was written. */
const STAMPED_COLUMNS = ["started_at", "due_at", "finished_at", "promise", ...STAMP_COLUMNS];

/** chooseRunColumns lists the columns a text uses and those that promises are decided by: each one less is quicker to plan. */
export function chooseRunColumns(text: string, isStamped = false): string {
  const words = new Set([...(text.match(/\b[a-z_]+\b/g) ?? []), ...(isStamped ? STAMPED_COLUMNS : PROMISED_COLUMNS)]);
  return [...RUN_COLUMNS, ...STAMP_COLUMNS].filter((column) => words.has(column)).join(", ");
}
