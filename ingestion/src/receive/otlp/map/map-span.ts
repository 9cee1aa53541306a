import { UnmappedEvent } from "../../../events/unmapped-event.js";
import type { OtlpSpan } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { readId } from "../values/read-id.js";
import { readMicros } from "../values/read-micros.js";
import { renderMicros } from "../values/render-micros.js";
import { addAttributes, type FlatAttributes } from "./add-attributes.js";
import { buildError } from "./build-error.js";
import { choosePeers } from "./choose-peers.js";
import { joinAttributes } from "./join-attributes.js";
import { joinFields, readOwnFields } from "./own-fields.js";
import { readLinks } from "./read-links.js";
import type { Sender } from "./sender.js";

const STATUS_ERROR = 2;
const MAX_WORKFLOW = 128;
const MAX_STEP = 256;

interface SpanIds {
  readonly trace: string;
  readonly span: string;
  /** "" for a root span. */
  readonly parent: string;
}

/** mapSpan makes an unchecked event of a span: of a root span the end of a run, of any other a step. */
export function mapSpan(span: OtlpSpan, sender: Sender): Record<string, unknown> | UnmappedEvent {
  const ids = readIds(span);
  if (typeof ids === "string")
    return new UnmappedEvent(
      {
        reason: "malformed",
        field: ids,
        detail: `${ids} is not a valid id: it must have its length and not be all zero`,
      },
      { source: sender.source, span },
    );
  const own = readOwnFields(span.attributes);
  const fields = joinFields(sender.fields, own);
  const attributes: FlatAttributes = {};
  addAttributes(attributes, span.attributes);
  const facts = {
    ...fields,
    source: sender.source,
    id: `${ids.trace}${ids.span}`,
    time: renderMicros(readMicros(span.endTimeUnixNano)),
    ...buildOutcome(span, attributes),
    trace: ids.trace,
    ...buildLinks(span),
  };
  const event = ids.parent === "" ? buildRun(span, facts) : buildStep(span, facts, { ids, sender, attributes });
  return { ...event, attributes: joinAttributes(attributes, sender.attributes) };
}

type Facts = Readonly<Record<string, unknown>> & { readonly trace: string };

function buildRun(span: OtlpSpan, facts: Facts): Record<string, unknown> {
  return {
    workflow: cutText(span.name ?? "", MAX_WORKFLOW),
    run: facts.trace,
    ...facts,
    kind: "run.finished",
    startedAt: renderMicros(readMicros(span.startTimeUnixNano)),
  };
}

/**
 * A step is stored before the name of its run's workflow can be known: the root span ends last and may come in another request, to
 * another replica. So it names the trace alone, unless its sender names both workflow and run (decision 0011).
 */
function buildStep(
  span: OtlpSpan,
  facts: Facts,
  { ids, sender, attributes }: { ids: SpanIds; sender: Sender; attributes: FlatAttributes },
): Record<string, unknown> {
  const { workflow, run, attempts, ...rest } = facts;
  const isBound = workflow !== undefined && run !== undefined;
  const startMicros = readMicros(span.startTimeUnixNano);
  return {
    ...rest,
    ...(isBound ? { workflow, run } : { run: ids.trace }),
    ...(attempts === undefined ? {} : { attempt: attempts }),
    kind: "step.finished",
    step: cutText(span.name ?? "", MAX_STEP),
    startedAt: renderMicros(startMicros),
    // Spans of one millisecond keep their order.
    ...(startMicros === undefined ? {} : { sequence: startMicros }),
    parentSpan: ids.parent,
    ...choosePeers(span.kind ?? 0, sender.source, attributes),
  };
}

/** readIds returns the ids of a span, or the name of the one that is invalid. */
function readIds(span: OtlpSpan): SpanIds | "traceId" | "spanId" | "parentSpanId" {
  const trace = readId(span.traceId, 16);
  const id = readId(span.spanId, 8);
  const parent = readId(span.parentSpanId, 8);
  if (!trace) return "traceId";
  if (!id) return "spanId";
  return parent === undefined ? "parentSpanId" : { trace, span: id, parent };
}

function buildOutcome(span: OtlpSpan, attributes: FlatAttributes): Record<string, unknown> {
  if (span.status?.code !== STATUS_ERROR) return { outcome: "succeeded" };
  return { outcome: "failed", error: buildError(span, attributes) };
}

function buildLinks(span: OtlpSpan): Record<string, unknown> {
  const links = readLinks(span);
  return links.length === 0 ? {} : { links };
}
