import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";

/** Each trace of four spans: a root, two calls and work inside; as an instrumented order integration would send them. */
const SPANS_A_TRACE = 4;
const CLIENT = 3;
const ERROR = 2;

/** buildOtlpBodies makes protobuf requests of `batch` spans each, of orders that started at `fromMs`, unique by `label`. */
export function buildOtlpBodies(
  label: string,
  count: number,
  { fromMs, batch }: { fromMs: number; batch: number },
): Buffer[] {
  const root = protobuf.loadSync(fileURLToPath(new URL("../../../ingestion/proto/otlp.proto", import.meta.url)));
  const type = root.lookupType("watchfloor.otlp.TraceRequest");
  const bodies: Buffer[] = [];
  for (let from = 0; from < count; from += batch) {
    const spans = Array.from({ length: Math.min(batch, count - from) }, (_, index) =>
      buildSpan(label, from + index, fromMs),
    );
    const attributes = [
      text("service.name", "order-hub"),
      text("service.version", "4.2.0"),
      text("telemetry.sdk.language", "nodejs"),
      text("telemetry.sdk.name", "opentelemetry"),
      text("telemetry.sdk.version", "2.12.0"),
    ];
    const request = { resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans }] }] };
    bodies.push(Buffer.from(type.encode(type.fromObject(request)).finish()));
  }
  return bodies;
}

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });

function buildSpan(label: string, index: number, fromMs: number): Record<string, unknown> {
  const run = Math.floor(index / SPANS_A_TRACE);
  const part = index % SPANS_A_TRACE;
  const trace = createHash("md5").update(`${label}-${run}`).digest();
  const at = (offsetMs: number) => `${fromMs + run * 40 + offsetMs}123456`;
  const isRoot = part === 0;
  const attributes = [
    text("watchfloor.client", `client-${run % 3}`),
    text("watchfloor.store", String(1 + (run % 300)).padStart(4, "0")),
    text("watchfloor.channel", run % 4 === 0 ? "web" : "pos"),
    ...(isRoot
      ? [
          text("watchfloor.entity.type", "order"),
          text("watchfloor.entity.id", `o-${run}`),
          { key: "watchfloor.money.amount", value: { doubleValue: 20 + (run % 500) / 4 } },
          text("watchfloor.money.currency", "EUR"),
        ]
      : [text("peer.service", "erp"), { key: "http.response.status_code", value: { intValue: 200 } }]),
  ];
  return {
    traceId: trace,
    spanId: spanId(part + 1),
    ...(isRoot ? {} : { parentSpanId: spanId(1) }),
    name: isRoot ? (run % 2 === 0 ? "order-to-erp" : "erp-posting") : `step-${part}`,
    kind: isRoot ? 1 : CLIENT,
    startTimeUnixNano: at(part * 100),
    endTimeUnixNano: at(isRoot ? 2_600 : part * 100 + 90),
    attributes,
    ...(isRoot && run % 50 === 0 ? { status: { code: ERROR, message: "not posted" } } : {}),
  };
}

function spanId(number: number): Buffer {
  const id = Buffer.alloc(8);
  id.writeUInt32BE(number, 4);
  return id;
}
