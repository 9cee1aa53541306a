import { UnmappedEvent } from "../../../events/unmapped-event.js";
import type { OtlpSpan } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { readId } from "../values/read-id.js";
import { readMicros } from "../values/read-micros.js";
import { renderMicros } from "../values/render-micros.js";
import { buildError } from "./build-error.js";
import { choosePeers } from "./choose-peers.js";
import { joinAttributes } from "./join-attributes.js";
import { joinFields } from "./join-fields.js";
import { readAttributes, type Fields, type FlatAttributes } from "./read-attributes.js";
import { readLinks } from "./read-links.js";
import type { Sender } from "./sender.js";

const STATUS_ERROR = 2;
const MAX_WORKFLOW = 128;
const MAX_STEP = 256;

/** mapSpan makes an unchecked event of a span: of a root span the end of a run, of any other a step. */
export function mapSpan(span: OtlpSpan, sender: Sender): Record<string, unknown> | UnmappedEvent {
  const trace = readId(span.traceId, 16);
  const id = readId(span.spanId, 8);
  const parent = readId(span.parentSpanId, 8);
  if (!trace) return refuse(span, sender, "traceId");
  if (!id) return refuse(span, sender, "spanId");
  if (parent === undefined) return refuse(span, sender, "parentSpanId");
  const read = readAttributes(span.attributes);
  const event: Record<string, unknown> = {
    id: trace + id,
    kind: parent === "" ? "run.finished" : "step.finished",
    time: renderMicros(readMicros(span.endTimeUnixNano)),
    source: sender.source,
    trace,
    run: trace,
  };
  addOutcome(event, span, read.attributes);
  const fields = joinFields(sender.fields, read.fields);
  if (parent === "") addRun(event, span, fields);
  else addStep(event, span, { fields, parent, source: sender.source, attributes: read.attributes });
  const links = readLinks(span);
  if (links.length > 0) event["links"] = links;
  event["attributes"] = joinAttributes(read, sender.attributes);
  return event;
}

function addRun(event: Record<string, unknown>, span: OtlpSpan, fields: Fields): void {
  event["startedAt"] = renderMicros(readMicros(span.startTimeUnixNano));
  event["workflow"] = cutText(span.name ?? "", MAX_WORKFLOW);
  for (const name in fields) event[name] = fields[name];
}

/**
 * A step is stored before the name of its run's workflow can be known: the root span ends last and may come in another request, to
 * another replica. So it names the trace alone, unless its sender names both workflow and run (decision 0011).
 */
function addStep(
  event: Record<string, unknown>,
  span: OtlpSpan,
  given: { fields: Fields; parent: string; source: string; attributes: FlatAttributes },
): void {
  const { fields } = given;
  const startMicros = readMicros(span.startTimeUnixNano);
  event["step"] = cutText(span.name ?? "", MAX_STEP);
  event["startedAt"] = renderMicros(startMicros);
  // Spans of one millisecond keep their order.
  if (startMicros !== undefined) event["sequence"] = startMicros;
  event["parentSpan"] = given.parent;
  const peers = choosePeers(span.kind ?? 0, given.source, given.attributes);
  if (peers !== undefined) {
    event["from"] = peers.from;
    event["to"] = peers.to;
  }
  const isBound = fields["workflow"] !== undefined && fields["run"] !== undefined;
  for (const name in fields) {
    if ((name === "workflow" || name === "run") && !isBound) continue;
    event[name === "attempts" ? "attempt" : name] = fields[name];
  }
}

function addOutcome(event: Record<string, unknown>, span: OtlpSpan, attributes: FlatAttributes): void {
  const hasFailed = span.status?.code === STATUS_ERROR;
  event["outcome"] = hasFailed ? "failed" : "succeeded";
  if (hasFailed) event["error"] = buildError(span, attributes);
}

function refuse(span: OtlpSpan, { source }: Sender, field: string): UnmappedEvent {
  const detail = `${field} is not a valid id: it must have its length and not be all zero`;
  return new UnmappedEvent({ reason: "malformed", field, detail }, { source, span });
}
