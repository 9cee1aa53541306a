import type { IngestKey } from "../../../events/ingest-key.js";
import type { OtlpLogRecord, OtlpLogsRequest } from "../decode/otlp-request.js";
import type { MappedRequest } from "../signal.js";
import { cutText } from "../values/cut-text.js";
import { hashContent } from "../values/hash-content.js";
import { listContent } from "../values/list-content.js";
import { readAnyValue } from "../values/read-any-value.js";
import { readId } from "../values/read-id.js";
import { readMicros } from "../values/read-micros.js";
import { renderMicros } from "../values/render-micros.js";
import { renderValue } from "../values/render-value.js";
import { joinAttributes } from "./join-attributes.js";
import { joinFields } from "./join-fields.js";
import { readAttributes, type FlatAttributes, type ReadAttributes } from "./read-attributes.js";
import { buildSender, type Sender } from "./sender.js";

const MAX_MESSAGE = 8192;
/** An exception id holds 256 characters; trace and span take 50 of them. */
const MAX_CLASS_IN_ID = 200;

/** mapLogs raises an exception for each record that has a class of one; others say nothing that is kept, and are counted. */
export function mapLogs(request: OtlpLogsRequest, key: IngestKey): MappedRequest {
  const mapped: MappedRequest = { values: [], items: [], itemCount: 0, ignored: 0 };
  for (const { resource, scopeLogs } of request.resourceLogs ?? []) {
    const sender = buildSender(resource, key);
    const origin = hashContent(listContent(resource?.attributes));
    for (const { scope, logRecords } of scopeLogs ?? [])
      for (const record of logRecords ?? []) {
        const read = readAttributes(record.attributes);
        if (read.fields?.["class"] === undefined) mapped.ignored += 1;
        else {
          mapped.values.push(mapRecord({ record, read, origin: `${origin}/${scope?.name ?? ""}`, sender }));
          mapped.items.push(mapped.itemCount);
        }
        mapped.itemCount += 1;
      }
  }
  return mapped;
}

interface GivenRecord {
  readonly record: OtlpLogRecord;
  readonly read: ReadAttributes;
  /** Which resource and which instrumentation it came from. */
  readonly origin: string;
  readonly sender: Sender;
}

function mapRecord({ record, read, origin, sender }: GivenRecord): Record<string, unknown> {
  const { workflow, ...fields } = joinFields(sender.fields, read.fields);
  const time = renderMicros(readMicros(record.timeUnixNano) ?? readMicros(record.observedTimeUnixNano));
  const trace = readId(record.traceId, 16) ?? "";
  const span = readId(record.spanId, 8) ?? "";
  const message = readMessage(record, read.attributes);
  const id = hashContent([origin, time, trace, span, message, listContent(record.attributes)]);
  // As with steps (decision 0011), a record of a trace belongs to the run of the trace, whatever its workflow is called.
  const isBound = workflow !== undefined && (trace === "" || fields["run"] !== undefined);
  return {
    ...(trace === "" ? {} : { run: trace, trace }),
    ...(isBound ? { workflow } : {}),
    exception: trace === "" || span === "" ? id : buildExceptionId(trace, span, fields["class"]),
    ...fields,
    kind: "exception.raised",
    id,
    time,
    source: sender.source,
    ...(message === "" ? {} : { message }),
    attributes: joinAttributes(read, sender.attributes),
  };
}

function readMessage(record: OtlpLogRecord, attributes: FlatAttributes): string {
  return cutText(renderValue(readAnyValue(record.body) ?? attributes["exception.message"] ?? ""), MAX_MESSAGE);
}

/** A class that is no text is refused later; until then it must not matter. */
function buildExceptionId(trace: string, span: string, name: unknown): string {
  return `${trace}/${span}/${typeof name === "string" ? name.slice(0, MAX_CLASS_IN_ID) : ""}`;
}
