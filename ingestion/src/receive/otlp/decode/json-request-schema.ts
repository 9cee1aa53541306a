import { z } from "zod";
import type { OtlpAnyValue } from "./otlp-request.js";

/** 64-bit integers are decimal texts or numbers; a text beyond 64 bits cannot be one. */
const unsigned = z.union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative()]).nullish();
const signed = z.union([z.string().regex(/^-?\d{1,19}$/), z.number().int()]).nullish();
const double = z.union([z.number(), z.string().regex(/^(NaN|-?Infinity|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/)]).nullish();
const text = z.string().nullish();
const small = z.number().int().nullish();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish();

const anyValue: z.ZodType<OtlpAnyValue> = z.object({
  stringValue: text,
  boolValue: z.boolean().nullish(),
  intValue: signed,
  doubleValue: double,
  bytesValue: text,
  get arrayValue() {
    return z.object({ values: list(anyValue) }).nullish();
  },
  get kvlistValue() {
    return z.object({ values: list(keyValue) }).nullish();
  },
});
const keyValue = z.object({ key: text, value: anyValue.nullish() });
const attributes = list(keyValue);
const resource = z.object({ attributes }).nullish();
const scope = z.object({ name: text, version: text }).nullish();

const span = z.object({
  traceId: text,
  spanId: text,
  parentSpanId: text,
  name: text,
  kind: small,
  startTimeUnixNano: unsigned,
  endTimeUnixNano: unsigned,
  attributes,
  events: list(z.object({ name: text, attributes })),
  links: list(z.object({ traceId: text, spanId: text })),
  status: z.object({ code: small, message: text }).nullish(),
});
const logRecord = z.object({
  timeUnixNano: unsigned,
  observedTimeUnixNano: unsigned,
  body: anyValue.nullish(),
  attributes,
  traceId: text,
  spanId: text,
});
const point = z.object({
  timeUnixNano: unsigned,
  attributes,
  flags: small,
  asDouble: double,
  asInt: signed,
  count: unsigned,
  sum: double,
});
const points = z
  .object({ dataPoints: list(point), aggregationTemporality: small, isMonotonic: z.boolean().nullish() })
  .nullish();
const metric = z.object({
  name: text,
  unit: text,
  gauge: points,
  sum: points,
  histogram: points,
  exponentialHistogram: points,
  summary: points,
});

/** jsonRequestSchema says what the JSON form of each request looks like; fields that are not named are left out. */
export const jsonRequestSchema = {
  traces: z.object({ resourceSpans: list(z.object({ resource, scopeSpans: list(z.object({ spans: list(span) })) })) }),
  logs: z.object({
    resourceLogs: list(z.object({ resource, scopeLogs: list(z.object({ scope, logRecords: list(logRecord) })) })),
  }),
  metrics: z.object({
    resourceMetrics: list(z.object({ resource, scopeMetrics: list(z.object({ scope, metrics: list(metric) })) })),
  }),
};
