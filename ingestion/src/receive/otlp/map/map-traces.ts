import type { IngestKey } from "../../../events/ingest-key.js";
import type { OtlpTraceRequest } from "../decode/otlp-request.js";
import type { MappedRequest } from "../signal.js";
import { mapSpan } from "./map-span.js";
import { buildSender } from "./sender.js";

/** mapTraces makes an event of each span of a request. */
export function mapTraces(request: OtlpTraceRequest, key: IngestKey): MappedRequest {
  const mapped: MappedRequest = { values: [], items: [], itemCount: 0, ignored: 0 };
  for (const { resource, scopeSpans } of request.resourceSpans ?? []) {
    const sender = buildSender(resource, key);
    for (const { spans } of scopeSpans ?? [])
      for (const span of spans ?? []) {
        mapped.values.push(mapSpan(span, sender));
        mapped.items.push(mapped.itemCount);
        mapped.itemCount += 1;
      }
  }
  return mapped;
}
