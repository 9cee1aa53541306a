import type { Mapping } from "@watchfloor/dashboards";
import type { EventDocument } from "../events/event-document.js";
import type { SourceRow } from "../mapping/source-row.js";
import type { IntakeAnswer } from "../pipeline/intake.js";
import { checkColumns } from "./check-columns.js";
import type { ImportReport } from "./import-report.js";
import { ImportCount, type CountSnapshot } from "./import-count.js";
import { mapRows, type MappedLine } from "./map/map-rows.js";
import { ImportFault } from "./read/import-fault.js";
import { readRows } from "./read/read-rows.js";

const BATCH_EVENTS = 4_000;
/** A file of which nothing can be sent shows progress too. */
const BATCH_ROWS = 20_000;

/** ImportOptions: `send` decides on events and makes the accepted ones durable; `earlier` is what an interrupted run had counted. */
export interface ImportOptions {
  readonly source: string;
  readonly mapping: Mapping;
  readonly client?: string | undefined;
  readonly send: (events: readonly EventDocument[]) => Promise<IntakeAnswer>;
  readonly report: ImportReport;
  readonly earlier?: CountSnapshot | undefined;
  readonly signal?: AbortSignal;
}

/**
 * importFile maps a file row by row and sends the events in the order of the file. Rejects when the file cannot be read. Rows go
 * together: after each `progress` every verdict on the rows counted so far was told, and none on a later row.
 */
export async function importFile(options: ImportOptions): Promise<ImportCount> {
  const { source, mapping, client, earlier } = options;
  if (mapping.format.kind === "payload")
    throw new ImportFault(`"${mapping.title}" maps payloads of webhooks: choose a mapping for files`);
  const count = new ImportCount(earlier);
  const batch = new Batch(options, count);
  const rows = checkedRows(
    readRows(source, mapping, (bytes) => (count.bytes += bytes)),
    mapping,
  );
  for await (const line of mapRows({ rows, mapping, client, skip: count.resumedRows })) {
    options.signal?.throwIfAborted();
    await batch.add(line);
  }
  await batch.flush();
  return count;
}

async function* checkedRows(rows: AsyncIterable<SourceRow>, mapping: Mapping): AsyncGenerator<SourceRow, void, void> {
  let isFirst = true;
  for await (const row of rows) {
    if (isFirst && row.fault === undefined && mapping.format.kind !== "ndjson" && Array.isArray(row.content))
      checkColumns(row, mapping);
    isFirst = false;
    yield row;
  }
}

/** Batch gathers rows and their events until it is worth sending them. */
class Batch {
  #events: EventDocument[] = [];
  #lines: MappedLine[] = [];
  #rows = 0;

  constructor(
    private readonly options: ImportOptions,
    private readonly count: ImportCount,
  ) {}

  async add(line: MappedLine): Promise<void> {
    const { row, next, verdict } = line;
    this.count.rows += 1;
    this.#rows += 1;
    if ("refusal" in verdict) {
      this.count.rejectedRows += 1;
      this.options.report.reject({ line: row.line, ...verdict.refusal, kept: row.kept, next: next?.kept });
    } else {
      for (const reason of verdict.warnings) this.#warn(row, reason);
      for (const event of verdict.events) {
        this.count.addEvent(event.kind);
        this.#events.push(event);
        this.#lines.push(line);
      }
    }
    if (this.#events.length >= BATCH_EVENTS || this.#rows >= BATCH_ROWS) await this.flush();
  }

  #warn(row: SourceRow, reason: string): void {
    this.count.addWarning(reason);
    this.options.report.warn({ line: row.line, reason, content: row.content });
  }

  async flush(): Promise<void> {
    const { send, report } = this.options;
    const events = this.#events;
    const lines = this.#lines;
    this.#events = [];
    this.#lines = [];
    this.#rows = 0;
    if (events.length > 0) this.#count(await send(events), lines);
    await report.progress(this.count);
  }

  #count({ accepted, duplicates, rejected }: IntakeAnswer, lines: readonly MappedLine[]): void {
    this.count.accepted += accepted;
    this.count.duplicates += duplicates;
    this.count.rejectedEvents += rejected.length;
    for (const { index, reason, field, detail } of rejected) {
      const line = lines[index];
      if (line === undefined) throw new Error(`the receiver refused event ${index} of ${lines.length}`);
      const { row, next } = line;
      this.options.report.reject({ line: row.line, reason, field, detail, kept: row.kept, next: next?.kept });
    }
  }
}
