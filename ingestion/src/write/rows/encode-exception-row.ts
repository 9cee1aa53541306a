import type { ExceptionRow } from "../../resolve/exception-row.js";
import type { Subject } from "../../resolve/fold-part.js";
import { tsvInstant, tsvMap, tsvText } from "./tsv.js";

/** EXCEPTION_COLUMNS are the columns of `encodeExceptionRow`. */
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

/** encodeExceptionRow writes a folded exception under `day`, or the tombstone of a day it is no longer served under. */
export function encodeExceptionRow(
  subject: Subject,
  row: ExceptionRow,
  served: { day: string; version: number; isDeleted: boolean },
): string {
  const { fields } = row;
  return (
    `${tsvText(subject.tenant)}\t${served.day}\t${tsvText(subject.client)}\t${tsvText(subject.id)}\t${tsvText(fields.class)}\t` +
    `${tsvText(fields.source)}\t${tsvText(fields.store)}\t${tsvText(fields.channel)}\t${tsvText(fields.partner)}\t` +
    `${tsvText(fields.region)}\t${tsvText(fields.brand)}\t${tsvText(fields.workflow)}\t${tsvText(fields.run)}\t` +
    `${tsvText(fields.entityType)}\t${tsvText(fields.entityId)}\t${tsvText(fields.message)}\t${tsvInstant(row.raisedAtMs)}\t` +
    `${tsvInstant(row.resolvedAtMs)}\t${row.money}\t${tsvText(row.currency)}\t${row.compliance}\t${row.partnerImpact}\t` +
    `${tsvText(fields.cause)}\t${tsvText(fields.resolution)}\t${tsvMap(row.attributes)}\t${served.version}\t${served.isDeleted ? 1 : 0}\n`
  );
}
