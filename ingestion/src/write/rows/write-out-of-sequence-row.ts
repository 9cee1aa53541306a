import type { PublicationBody } from "../../resolve/find-superseding.js";
import type { UnorderedEnd } from "../../resolve/find-unordered-ends.js";
import type { FoldPart, Subject } from "../../resolve/fold-part.js";
import type { RunRow } from "../../resolve/run-row.js";
import type { RowWriter } from "./row-writer.js";

/** OUT_OF_SEQUENCE_COLUMNS are the columns of `writeUnorderedRow` and `writeOutdatedRow`. */
export const OUT_OF_SEQUENCE_COLUMNS = [
  "tenant",
  "client",
  "source",
  "id",
  "time",
  "kind",
  "counts_from",
  "workflow",
  "run",
  "entity_type",
  "entity_id",
  "entity_version",
  "store",
  "channel",
  "partner",
  "version",
  "withdrawn",
];

/** writeUnorderedRow writes an end that came before its start; `version` = parts of the run that are known. */
export function writeUnorderedRow(
  rows: RowWriter,
  { subject, row, version }: { subject: Subject; row: RunRow; version: number },
  { end, countsFromMs, isInTime }: UnorderedEnd,
): void {
  const { fields } = row;
  rows.text(subject.tenant).text(subject.client).text(end.source).text(end.id).instant(end.timeMs);
  rows.text("end_before_start").instant(countsFromMs).text(subject.workflow).text(subject.id);
  rows.text(fields.entityType).text(fields.entityId).text(fields.entityVersion);
  rows.text(fields.store).text(fields.channel).text(fields.partner);
  rows
    .whole(version)
    .whole(isInTime ? 1 : 0)
    .endRow();
}

/** writeOutdatedRow writes the publication of a version that was already surpassed. */
export function writeOutdatedRow(rows: RowWriter, subject: Subject, part: FoldPart<PublicationBody>): void {
  const slash = subject.id.indexOf("/");
  rows.text(subject.tenant).text(subject.client).text(part.source).text(part.id).instant(part.timeMs);
  rows.text("older_version").instant(part.timeMs).text(subject.workflow).text(part.body.change);
  rows
    .text(subject.id.slice(0, slash))
    .text(subject.id.slice(slash + 1))
    .text(part.body.version);
  rows.text("").text("").text("").whole(1).whole(0).endRow();
}
