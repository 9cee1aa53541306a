import type { IngestKey } from "../../../events/ingest-key.js";
import type { OtlpMetric, OtlpMetricsRequest } from "../decode/otlp-request.js";
import type { MappedRequest } from "../signal.js";
import { hashContent } from "../values/hash-content.js";
import { listContent } from "../values/list-content.js";
import { readMicros } from "../values/read-micros.js";
import { renderMicros } from "../values/render-micros.js";
import { joinAttributes } from "./join-attributes.js";
import { listPoints, type MetricPoint } from "./list-points.js";
import { joinFields } from "./join-fields.js";
import { readAttributes } from "./read-attributes.js";
import { readPointValues, type PointValue } from "./read-point-values.js";
import { buildSender, type Sender } from "./sender.js";

/** mapMetrics makes a measure of each number a data point reports; a distribution reports two, its count and its sum. */
export function mapMetrics(request: OtlpMetricsRequest, key: IngestKey): MappedRequest {
  const mapped: MappedRequest = { values: [], items: [], itemCount: 0, ignored: 0 };
  for (const { resource, scopeMetrics } of request.resourceMetrics ?? []) {
    const sender = buildSender(resource, key);
    const origin = hashContent(listContent(resource?.attributes));
    for (const { scope, metrics } of scopeMetrics ?? []) {
      const given = { origin: `${origin}/${scope?.name ?? ""}/${scope?.version ?? ""}`, sender };
      for (const metric of metrics ?? []) addMetric(mapped, metric, given);
    }
  }
  return mapped;
}

function addMetric(mapped: MappedRequest, metric: OtlpMetric, given: Omit<GivenPoint, "point">): void {
  for (const point of listPoints(metric)) {
    const values = readPointValues(metric, point);
    if (values.length === 0) mapped.ignored += 1;
    else addMeasures(mapped, values, { ...given, point });
    mapped.itemCount += 1;
  }
}

interface GivenPoint {
  readonly point: MetricPoint;
  /** Which resource and which instrumentation it came from. */
  readonly origin: string;
  readonly sender: Sender;
}

function addMeasures(mapped: MappedRequest, values: readonly PointValue[], given: GivenPoint): void {
  const common = buildCommon(given);
  for (const { measure, value, unit } of values) {
    mapped.values.push({ ...common.event, measure, value, unit, id: hashContent([measure, ...common.identity]) });
    mapped.items.push(mapped.itemCount);
  }
}

/** The identity of a point leaves its value out: the protocol allows one value an instant, and a repetition must be the same event. */
function buildCommon({ point: { point, temporality, isMonotonic }, origin, sender }: GivenPoint) {
  const read = readAttributes(point.attributes);
  const fields = joinFields(sender.fields, read.fields);
  const timeMicros = readMicros(point.timeUnixNano);
  const { money } = fields as { readonly money?: { readonly currency?: unknown } };
  return {
    identity: [origin, timeMicros, listContent(point.attributes)],
    event: {
      ...fields,
      kind: "measure.recorded",
      time: renderMicros(timeMicros),
      source: sender.source,
      ...(money?.currency === undefined ? {} : { currency: money.currency }),
      attributes: joinAttributes(read, sender.attributes),
      ...(temporality === undefined ? {} : { temporality }),
      ...(isMonotonic ? { monotonic: true } : {}),
    },
  };
}
