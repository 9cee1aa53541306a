import type { Subject } from "../../resolve/fold-part.js";
import type { RunRow } from "../../resolve/run-row.js";
import { tsvInstant, tsvMap, tsvText } from "./tsv.js";

/** RUN_COLUMNS are the columns of `encodeRunRow`. */
export const RUN_COLUMNS = [
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
  "version",
  "is_deleted",
];

/** encodeRunRow writes a folded run under `day`; `isDeleted` writes the tombstone of a day it is no longer served under. */
export function encodeRunRow(
  subject: Subject,
  row: RunRow,
  served: { day: string; version: number; isDeleted: boolean },
): string {
  const { fields } = row;
  return (
    `${tsvText(subject.tenant)}\t${served.day}\t${tsvText(subject.client)}\t${tsvText(subject.workflow)}\t${tsvText(subject.id)}\t` +
    `${fields.kind ?? "workflow"}\t${tsvText(fields.workflowVersion)}\t${tsvText(fields.source)}\t${tsvText(fields.store)}\t` +
    `${tsvText(fields.channel)}\t${tsvText(fields.partner)}\t${tsvText(fields.region)}\t${tsvText(fields.brand)}\t` +
    `${tsvText(fields.correlation)}\t${tsvText(fields.actor)}\t${tsvText(fields.entityType)}\t${tsvText(fields.entityId)}\t` +
    `${tsvText(fields.entityVersion)}\t${tsvText(fields.change)}\t${tsvText(fields.target)}\t${tsvText(fields.system)}\t` +
    `${tsvInstant(row.startedAtMs)}\t${tsvInstant(row.dueAtMs)}\t${tsvInstant(row.finishedAtMs)}\t${row.outcome}\t${row.promise}\t` +
    `${row.attempts}\t${row.isSuperseded}\t${tsvInstant(row.mismatchedAtMs)}\t${tsvText(row.errorClass)}\t${tsvText(row.errorCode)}\t` +
    `${tsvText(row.errorMessage)}\t${row.money}\t${tsvText(row.currency)}\t${fields.humanTouched ?? "false"}\t` +
    `${tsvText(fields.evidence)}\t${tsvMap(row.attributes)}\t${served.version}\t${served.isDeleted ? 1 : 0}\n`
  );
}
