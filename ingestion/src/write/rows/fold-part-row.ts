import type { FoldPart, Subject } from "../../resolve/fold-part.js";
import { tsvInstant, tsvText } from "./tsv.js";

/** FOLD_PART_COLUMNS are the columns of `encodeFoldPartRow`. */
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

/** encodeFoldPartRow writes one part with the day under which its subject is served. */
export function encodeFoldPartRow(subject: Subject, part: FoldPart, day: string): string {
  return `${tsvText(subject.tenant)}\t${subject.kind}\t${tsvText(subject.client)}\t${tsvText(subject.workflow)}\t${tsvText(subject.id)}\t${tsvText(part.source)}\t${tsvText(part.id)}\t${part.name}\t${day}\t${tsvInstant(part.timeMs)}\t${tsvText(JSON.stringify(part.body))}\t${part.contentHash}\n`;
}
