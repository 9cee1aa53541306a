import type { ExceptionRow } from "../../resolve/exception-row.js";
import type { Subject } from "../../resolve/fold-part.js";
import type { RowWriter } from "./row-writer.js";
import type { ServedRow } from "./served-row.js";

/** EXCEPTION_COLUMNS are the columns of `writeExceptionRow`. */
export const EXCEPTION_COLUMNS = [
  "tenant",
  "day",
  "client",
  "exception",
  "class",
  "source",
  "store",
  "channel",
  "partner",
  "region",
  "brand",
  "workflow",
  "run",
  "entity_type",
  "entity_id",
  "message",
  "raised_at",
  "resolved_at",
  "money",
  "currency",
  "compliance",
  "partner_impact",
  "cause",
  "resolution",
  "attributes",
  "version",
  "is_deleted",
];

/** writeExceptionRow writes a folded exception under `day`, or the tombstone of a day it is no longer served under. */
export function writeExceptionRow(rows: RowWriter, subject: Subject, row: ExceptionRow, served: ServedRow): void {
  const { fields } = row;
  rows.text(subject.tenant).text(served.day).text(subject.client).text(subject.id).text(fields.class);
  rows.text(fields.source).text(fields.store).text(fields.channel).text(fields.partner).text(fields.region);
  rows.text(fields.brand).text(fields.workflow).text(fields.run).text(fields.entityType).text(fields.entityId);
  rows.text(fields.message).instant(row.raisedAtMs).instant(row.resolvedAtMs).text(row.money).text(row.currency);
  rows.number(row.compliance).number(row.partnerImpact).text(fields.cause).text(fields.resolution);
  rows
    .map(row.attributes)
    .whole(served.version)
    .whole(served.isDeleted ? 1 : 0)
    .endRow();
}
