import type { OtlpSpan } from "../decode/otlp-request.js";
import { readId } from "../values/read-id.js";

/** The limit of links that software development kits of OpenTelemetry keep by default. */
const MAX_LINKS = 128;

/** SpanLink points at a span of a trace, by hexadecimal ids. */
export interface SpanLink {
  readonly trace: string;
  readonly span: string;
}

/** readLinks returns the links of a span whose ids are valid, the first 128. */
export function readLinks({ links }: OtlpSpan): SpanLink[] {
  const read: SpanLink[] = [];
  for (const link of links ?? []) {
    const trace = readId(link.traceId, 16);
    const span = readId(link.spanId, 8);
    if (trace && span) read.push({ trace, span });
    if (read.length === MAX_LINKS) break;
  }
  return read;
}
