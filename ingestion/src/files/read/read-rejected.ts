import { z } from "zod";
import type { KeptRow, SourceRow } from "../../mapping/source-row.js";
import { buildCellsRow } from "./build-cells-row.js";
import { findUndecodable } from "./find-undecodable.js";
import { ImportFault } from "./import-fault.js";
import { buildFinder, buildObjectRow } from "./read-ndjson.js";
import { splitLines } from "./split-lines.js";

const cells = z.array(z.string());
const object = z.record(z.string(), z.unknown());
const recordSchema = z.object({
  line: z.number().int().min(1),
  row: object.optional(),
  next: object.optional(),
  columns: cells.optional(),
  cells: cells.optional(),
  text: z.string().optional(),
});

type RejectedRecord = z.infer<typeof recordSchema>;

/**
 * readRejected yields the rows of a file of rejected rows, corrected or not, each with the line of the file it came from, so that
 * its events have the ids they would have had. A row of a group brings the row that followed it there.
 */
export async function* readRejected(
  text: AsyncIterable<string>,
  options: { isGrouped: boolean },
): AsyncGenerator<SourceRow, void, void> {
  let line = 0;
  for await (const content of splitLines(text)) {
    line += 1;
    if (content?.trim() === "") continue;
    const row = buildRow(parse(content, line));
    const fault = row.fault ?? findUndecodable([content ?? ""]) ?? findLostGroup(row, options.isGrouped);
    yield fault === undefined ? row : { ...row, fault };
  }
}

const LOST_GROUP =
  "the rows around it are not known here: correct it in the file itself and import that again, repeats are harmless";

function findLostGroup({ kept }: SourceRow, isGrouped: boolean): string | undefined {
  return isGrouped && !("row" in kept) ? LOST_GROUP : undefined;
}

function buildRow(record: RejectedRecord): SourceRow {
  const { line, row, next, text } = record;
  if (row !== undefined) {
    const following = next === undefined ? undefined : buildKeptRow(next, line + 1);
    return { ...buildKeptRow(row, line), group: { next: following } };
  }
  if (text !== undefined) return { ...buildObjectRow(text, line), group: { next: undefined } };
  const columns = record.columns ?? [];
  return { ...buildCellsRow({ cells: record.cells ?? [], line, columns }), group: { next: undefined } };
}

function buildKeptRow(row: object, line: number): SourceRow {
  const kept: KeptRow = { row };
  return { line, content: row, kept, find: buildFinder(row) };
}

function parse(content: string | undefined, line: number): RejectedRecord {
  try {
    return recordSchema.parse(JSON.parse(content ?? ""));
  } catch {
    throw new ImportFault(
      `line ${line}: not a record of rejected rows: each line is { "line", "reason", ..., "row": { column: value } }; correct the values in "row"`,
    );
  }
}
