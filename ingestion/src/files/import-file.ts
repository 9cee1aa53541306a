import type { Mapping } from "@watchfloor/dashboards";
import type { EventDocument } from "../events/event-document.js";
import type { IntakeAnswer } from "../pipeline/intake.js";
import { checkColumns } from "./check-columns.js";
import type { ImportReport } from "./import-report.js";
import { ImportCount } from "./import-count.js";
import { mapRows, type MappedLine } from "./map/map-rows.js";
import { readRows } from "./read/read-rows.js";
import type { SourceRow } from "../mapping/source-row.js";

const BATCH_EVENTS = 4_000;

/** ImportOptions: `send` undefined = dry run; `skipEvents` were durable in an earlier, interrupted run. */
export interface ImportOptions {
  readonly source: string;
  readonly mapping: Mapping;
  readonly client?: string | undefined;
  readonly send: ((events: readonly EventDocument[]) => Promise<IntakeAnswer>) | undefined;
  readonly report: ImportReport;
  readonly skipEvents?: number;
  readonly signal?: AbortSignal;
}

/** importFile maps a file row by row and sends the events in the order of the file. Rejects when the file cannot be read. */
export async function importFile(options: ImportOptions): Promise<ImportCount> {
  const count = new ImportCount();
  const batch = new Batch(options, count);
  const rows = checkedRows(readRows(options.source, options.mapping.format), options.mapping);
  for await (const line of mapRows({ rows, mapping: options.mapping, client: options.client })) {
    options.signal?.throwIfAborted();
    await addLine(line, { count, batch, report: options.report });
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

async function addLine(
  { row, verdict }: MappedLine,
  parts: { count: ImportCount; batch: Batch; report: ImportReport },
): Promise<void> {
  const { count, batch, report } = parts;
  count.rows += 1;
  if ("refusal" in verdict) {
    count.rejectedRows += 1;
    report.reject({ line: row.line, ...verdict.refusal, content: row.content });
    return;
  }
  for (const reason of verdict.warnings) {
    count.addWarning(reason);
    report.warn({ line: row.line, reason, content: row.content });
  }
  for (const event of verdict.events) await batch.add(event, row);
}

/** Batch gathers events until it is worth sending them. */
class Batch {
  #events: EventDocument[] = [];
  #rows: SourceRow[] = [];
  #toSkip: number;

  constructor(
    private readonly options: ImportOptions,
    private readonly count: ImportCount,
  ) {
    this.#toSkip = options.skipEvents ?? 0;
  }

  async add(event: EventDocument, row: SourceRow): Promise<void> {
    this.count.addEvent(event.kind);
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      this.count.skipped += 1;
      return;
    }
    this.#events.push(event);
    this.#rows.push(row);
    if (this.#events.length >= BATCH_EVENTS) await this.flush();
  }

  async flush(): Promise<void> {
    const { send, report } = this.options;
    const events = this.#events;
    const rows = this.#rows;
    this.#events = [];
    this.#rows = [];
    if (events.length === 0 || send === undefined) return;
    const answer = await send(events);
    this.count.accepted += answer.accepted;
    this.count.duplicates += answer.duplicates;
    this.count.rejectedEvents += answer.rejected.length;
    for (const { index, reason, field, detail } of answer.rejected)
      report.reject({ line: rows[index]?.line ?? 0, reason, field, detail, content: rows[index]?.content });
    await report.progress(this.count);
  }
}
