import type { Subject } from "../../resolve/fold-part.js";
import type { RunRow } from "../../resolve/run-row.js";
import type { PromiseStamp } from "../promise-stamps.js";
import type { RowWriter } from "./row-writer.js";

/** RUN_CELLS are the columns of `writeRunCells`. */
export const RUN_CELLS = [
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
  "region",
  "brand",
  "correlation",
  "actor",
  "entity_type",
  "entity_id",
  "entity_version",
  "change",
  "target",
  "system",
  "started_at",
  "due_at",
  "finished_at",
  "outcome",
  "promise",
  "attempts",
  "superseded",
  "mismatched_at",
  "error_class",
  "error_code",
  "error_message",
  "money",
  "currency",
  "human_touched",
  "evidence",
  "attributes",
  "pauses",
  "expected_answers",
  "answers",
  "answered_money",
  "promise_book",
  "promise_policy",
  "promise_due",
  "promise_risk",
  "version",
];

const NO_STAMP = { book: "0", policy: "", dueMs: undefined, riskMs: undefined };

/** writeRunCells writes what `run` and `open_run` both hold of a folded run; the caller ends the row. */
export function writeRunCells(
  rows: RowWriter,
  subject: Subject,
  row: RunRow,
  served: { readonly day: string; readonly version: number; readonly stamp: PromiseStamp | undefined },
): void {
  const { fields } = row;
  rows.text(subject.tenant).text(served.day).text(subject.client).text(subject.workflow).text(subject.id);
  rows
    .text(fields.kind ?? "workflow")
    .text(fields.workflowVersion)
    .text(fields.source)
    .text(fields.store);
  rows.text(fields.channel).text(fields.partner).text(fields.region).text(fields.brand).text(fields.correlation);
  rows.text(fields.actor).text(fields.entityType).text(fields.entityId).text(fields.entityVersion);
  rows.text(fields.change).text(fields.target).text(fields.system);
  rows.instant(row.startedAtMs).instant(row.dueAtMs).instant(row.finishedAtMs).text(row.outcome).text(row.promise);
  rows
    .whole(row.attempts)
    .whole(row.isSuperseded ? 1 : 0)
    .instant(row.mismatchedAtMs);
  rows.text(row.errorClass).text(row.errorCode).text(row.errorMessage).text(row.money).text(row.currency);
  rows
    .whole(fields.humanTouched === "true" ? 1 : 0)
    .text(fields.evidence)
    .map(row.attributes);
  const { expectedAnswers = 0, answers = 0, answeredMoney = "0" } = row.expectation ?? {};
  rows.pauses(row.pauses).whole(expectedAnswers).whole(answers).number(answeredMoney);
  const { book, policy, dueMs, riskMs } = served.stamp ?? NO_STAMP;
  rows.text(book).text(policy).instant(dueMs).instant(riskMs).whole(served.version);
}
