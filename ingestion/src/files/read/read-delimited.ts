import { Readable } from "node:stream";
import { CsvError, parse, type Info } from "csv-parse";
import { buildCellsRow } from "./build-cells-row.js";
import { findUndecodable } from "./find-undecodable.js";
import { ImportFault } from "./import-fault.js";
import type { SourceRow } from "../../mapping/source-row.js";

const DELIMITERS = ["\t", ",", ";", "|"];
/** A quote that nothing closes makes one row of the rest of the file. */
const LONGEST_ROW = 10 * 1024 * 1024;
const LINE_ENDS = ["\r\n", "\n", "\r"];

/** ParsedSoFar says on which line the last row ended that could be parsed: what follows it is at fault. */
interface ParsedSoFar {
  endLine: number;
}

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
  encoding?: string,
): AsyncGenerator<SourceRow, void, void> {
  const { head, rest } = await takeHeader(text);
  const parsed: ParsedSoFar = { endLine: 0 };
  const parser = parse({
    delimiter: given ?? chooseDelimiter(head),
    record_delimiter: LINE_ENDS,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LONGEST_ROW,
    on_record(record: string[], { lines }) {
      parsed.endLine = lines;
      return record;
    },
  });
  const source = Readable.from(rest);
  // TRICKY: `pipe` tells a failure of the source to nobody, and the rows would never end.
  source.on("error", (cause) => parser.destroy(cause));
  source.pipe(parser);
  try {
    yield* buildRows(parser, encoding);
  } catch (error) {
    if (error instanceof CsvError) throw new ImportFault(`line ${parsed.endLine + 1}: ${explain(error)}`);
    throw error;
  }
}

function explain({ code, message }: CsvError): string {
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quote is opened that nothing closes";
  return code === "CSV_MAX_RECORD_SIZE"
    ? "the row is longer than 10 MiB: is a quote opened that nothing closes?"
    : message;
}

async function* buildRows(parser: AsyncIterable<Parsed>, encoding?: string): AsyncGenerator<SourceRow, void, void> {
  let columns: readonly string[] | undefined;
  let lastLine = 0;
  for await (const { record, info } of parser) {
    // A quoted text may span lines: the row begins on the line after the one before it ended.
    const line = findFirstLine(record, info.lines, lastLine);
    lastLine = info.lines;
    const undecodable = findUndecodable(record, encoding);
    if (columns !== undefined) {
      const row = buildCellsRow({ cells: record, line, columns });
      yield undecodable === undefined ? row : { ...row, kept: row.kept, fault: undecodable };
    } else if (undecodable !== undefined) throw new ImportFault(`the header cannot be read: ${undecodable}`);
    else columns = record.map((name) => name.trim());
  }
}

/** Lines within quotes belong to the row, blank lines before it do not. */
function findFirstLine(record: readonly string[], endLine: number, lastLine: number): number {
  let inside = 0;
  for (const field of record)
    if (field.includes("\n") || field.includes("\r")) inside += field.split(/\r\n|\n|\r/).length - 1;
  return Math.max(lastLine + 1, endLine - inside);
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
