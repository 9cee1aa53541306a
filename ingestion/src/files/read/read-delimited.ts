import { Readable } from "node:stream";
import { CsvError, parse, type Info } from "csv-parse";
import { ImportFault } from "./import-fault.js";
import type { SourceRow } from "../../mapping/source-row.js";

const DELIMITERS = ["\t", ",", ";", "|"];
const LINE_ENDS = ["\r\n", "\n", "\r"];

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * readDelimited yields the rows of CSV or TSV text with a header line, whatever the line ends. The delimiter is the given
 * one, else the one the header has most. Throws `ImportFault` for text that cannot be read at all.
 */
export async function* readDelimited(
  text: AsyncIterable<string>,
  given?: string,
): AsyncGenerator<SourceRow, void, void> {
  const { head, rest } = await takeHeader(text);
  const parser = Readable.from(rest).pipe(
    parse({
      delimiter: given ?? chooseDelimiter(head),
      record_delimiter: LINE_ENDS,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }),
  );
  yield* buildRows(parser);
}

async function* buildRows(parser: AsyncIterable<Parsed>): AsyncGenerator<SourceRow, void, void> {
  let columns: ReadonlyMap<string, number> | undefined;
  let lastLine = 0;
  try {
    for await (const { record, info } of parser) {
      // A quoted text may span lines: the row begins on the line after the one before it ended.
      const line = findFirstLine(record, info.lines, lastLine);
      lastLine = info.lines;
      if (columns === undefined) columns = new Map(record.map((name, index) => [name.trim(), index]));
      else yield buildRow(record, line, columns);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ImportFault(`line ${lastLine + 1}: ${error.message}`);
    throw error;
  }
}

/** Lines within quotes belong to the row, blank lines before it do not. */
function findFirstLine(record: readonly string[], endLine: number, lastLine: number): number {
  let inside = 0;
  for (const field of record)
    if (field.includes("\n") || field.includes("\r")) inside += field.split(/\r\n|\n|\r/).length - 1;
  return Math.max(lastLine + 1, endLine - inside);
}

function buildRow(record: readonly string[], line: number, columns: ReadonlyMap<string, number>): SourceRow {
  const row: SourceRow = {
    line,
    content: record,
    find(column) {
      const index = columns.get(column);
      return index === undefined ? undefined : record[index]?.trim();
    },
  };
  if (record.length === columns.size) return row;
  return { ...row, fault: `the row has ${record.length} columns, the header ${columns.size}` };
}

function chooseDelimiter(head: string): string {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

async function takeHeader(
  text: AsyncIterable<string>,
): Promise<{ head: string; rest: AsyncGenerator<string, void, void> }> {
  const iterator = text[Symbol.asyncIterator]();
  let buffered = "";
  while (!/[\r\n]/.test(buffered)) {
    const next = await iterator.next();
    if (next.done === true) break;
    buffered += next.value;
  }
  if (buffered.trim() === "") throw new ImportFault("the file is empty: a header line is needed");
  return { head: buffered.split(/[\r\n]/, 1)[0] ?? "", rest: join(buffered, iterator) };
}

async function* join(buffered: string, iterator: AsyncIterator<string>): AsyncGenerator<string, void, void> {
  yield buffered;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}
