/** OtlpWhole is a 64-bit integer: as protobuf brings it, or as a decimal text or a number of JSON. */
export type OtlpWhole = { readonly low: number; readonly high: number; readonly unsigned: boolean } | string | number;

/** OtlpBytes are bytes, or their text in JSON: hexadecimal for ids, base64 for values. */
export type OtlpBytes = Uint8Array | string;

/** Maybe: JSON may give null or nothing where protobuf gives a default. */
type Maybe<Type> = Type | null | undefined;

/** OtlpAnyValue is the value of an attribute; at most one field is present. */
export interface OtlpAnyValue {
  readonly stringValue?: Maybe<string>;
  readonly boolValue?: Maybe<boolean>;
  readonly intValue?: Maybe<OtlpWhole>;
  readonly doubleValue?: Maybe<number | string>;
  readonly arrayValue?: Maybe<{ readonly values?: Maybe<readonly OtlpAnyValue[]> }>;
  readonly kvlistValue?: Maybe<{ readonly values?: Maybe<readonly OtlpKeyValue[]> }>;
  readonly bytesValue?: Maybe<OtlpBytes>;
}

/** OtlpKeyValue is one attribute. */
export interface OtlpKeyValue {
  readonly key?: Maybe<string>;
  readonly value?: Maybe<OtlpAnyValue>;
}

/** OtlpResource is who sends. */
export interface OtlpResource {
  readonly attributes?: Maybe<readonly OtlpKeyValue[]>;
}

/** OtlpScope is the instrumentation that produced something. */
export interface OtlpScope {
  readonly name?: Maybe<string>;
  readonly version?: Maybe<string>;
}

/** OtlpSpanEvent is something that happened within a span. */
export interface OtlpSpanEvent {
  readonly name?: Maybe<string>;
  readonly attributes?: Maybe<readonly OtlpKeyValue[]>;
}

/** OtlpSpanLink points at a span, usually of another trace. */
export interface OtlpSpanLink {
  readonly traceId?: Maybe<OtlpBytes>;
  readonly spanId?: Maybe<OtlpBytes>;
}

/** OtlpSpan is one ended span. */
export interface OtlpSpan {
  readonly traceId?: Maybe<OtlpBytes>;
  readonly spanId?: Maybe<OtlpBytes>;
  readonly parentSpanId?: Maybe<OtlpBytes>;
  readonly name?: Maybe<string>;
  readonly kind?: Maybe<number>;
  readonly startTimeUnixNano?: Maybe<OtlpWhole>;
  readonly endTimeUnixNano?: Maybe<OtlpWhole>;
  readonly attributes?: Maybe<readonly OtlpKeyValue[]>;
  readonly events?: Maybe<readonly OtlpSpanEvent[]>;
  readonly links?: Maybe<readonly OtlpSpanLink[]>;
  readonly status?: Maybe<{ readonly code?: Maybe<number>; readonly message?: Maybe<string> }>;
}

/** OtlpTraceRequest is the body of /v1/traces. */
export interface OtlpTraceRequest {
  readonly resourceSpans?: Maybe<
    readonly {
      readonly resource?: Maybe<OtlpResource>;
      readonly scopeSpans?: Maybe<readonly { readonly spans?: Maybe<readonly OtlpSpan[]> }[]>;
    }[]
  >;
}

/** OtlpLogRecord is one log record. */
export interface OtlpLogRecord {
  readonly timeUnixNano?: Maybe<OtlpWhole>;
  readonly observedTimeUnixNano?: Maybe<OtlpWhole>;
  readonly body?: Maybe<OtlpAnyValue>;
  readonly attributes?: Maybe<readonly OtlpKeyValue[]>;
  readonly traceId?: Maybe<OtlpBytes>;
  readonly spanId?: Maybe<OtlpBytes>;
}

/** OtlpLogsRequest is the body of /v1/logs. */
export interface OtlpLogsRequest {
  readonly resourceLogs?: Maybe<
    readonly {
      readonly resource?: Maybe<OtlpResource>;
      readonly scopeLogs?: Maybe<
        readonly { readonly scope?: Maybe<OtlpScope>; readonly logRecords?: Maybe<readonly OtlpLogRecord[]> }[]
      >;
    }[]
  >;
}

/** OtlpPoint is one data point: a value, or the count and the sum of a distribution. */
export interface OtlpPoint {
  readonly timeUnixNano?: Maybe<OtlpWhole>;
  readonly attributes?: Maybe<readonly OtlpKeyValue[]>;
  readonly flags?: Maybe<number>;
  readonly asDouble?: Maybe<number | string>;
  readonly asInt?: Maybe<OtlpWhole>;
  readonly count?: Maybe<OtlpWhole>;
  readonly sum?: Maybe<number | string>;
}

/** OtlpPoints are the data points of a metric. Temporality: 1 = delta, 2 = cumulative. */
export interface OtlpPoints {
  readonly dataPoints?: Maybe<readonly OtlpPoint[]>;
  readonly aggregationTemporality?: Maybe<number>;
  readonly isMonotonic?: Maybe<boolean>;
}

/** OtlpMetric is one metric; at most one kind of points is present. */
export interface OtlpMetric {
  readonly name?: Maybe<string>;
  readonly unit?: Maybe<string>;
  readonly gauge?: Maybe<OtlpPoints>;
  readonly sum?: Maybe<OtlpPoints>;
  readonly histogram?: Maybe<OtlpPoints>;
  readonly exponentialHistogram?: Maybe<OtlpPoints>;
  readonly summary?: Maybe<OtlpPoints>;
}

/** OtlpMetricsRequest is the body of /v1/metrics. */
export interface OtlpMetricsRequest {
  readonly resourceMetrics?: Maybe<
    readonly {
      readonly resource?: Maybe<OtlpResource>;
      readonly scopeMetrics?: Maybe<
        readonly { readonly scope?: Maybe<OtlpScope>; readonly metrics?: Maybe<readonly OtlpMetric[]> }[]
      >;
    }[]
  >;
}
