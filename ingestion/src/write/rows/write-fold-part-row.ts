import type { FoldPart, Subject } from "../../resolve/fold-part.js";
import type { RowWriter } from "./row-writer.js";

/** FOLD_PART_COLUMNS are the columns of `writeFoldPartRow`. */
export const FOLD_PART_COLUMNS = [
  "tenant",
  "subject",
  "client",
  "workflow",
  "subject_id",
  "source",
  "id",
  "part",
  "day",
  "time",
  "body",
  "content_hash",
];

/** writeFoldPartRow writes one part with the day under which its subject is served. */
export function writeFoldPartRow(rows: RowWriter, subject: Subject, part: FoldPart, day: string): void {
  rows.text(subject.tenant).text(subject.kind).text(subject.client).text(subject.workflow).text(subject.id);
  rows.text(part.source).text(part.id).text(part.name).text(day).instant(part.timeMs);
  rows.text(JSON.stringify(part.body)).whole(part.contentHash).endRow();
}
