import type { IngestKey } from "../../events/ingest-key.js";
import type { ItemPath } from "./decode/check-item-count.js";
import type { OtlpLogsRequest, OtlpMetricsRequest, OtlpTraceRequest } from "./decode/otlp-request.js";

/** SignalName is one of the three kinds of telemetry that have a path of their own. */
export type SignalName = "traces" | "logs" | "metrics";

/** SignalRequest is the decoded body of each signal. */
export interface SignalRequest {
  readonly traces: OtlpTraceRequest;
  readonly logs: OtlpLogsRequest;
  readonly metrics: OtlpMetricsRequest;
}

/** MappedRequest is what the items of a request became. */
export interface MappedRequest {
  /** Unchecked events, and in the same place in `items` which item of the request each came from. */
  readonly values: unknown[];
  readonly items: number[];
  /** How many spans, log records or data points the request had, those that became no event included. */
  itemCount: number;
  /** How many of them say nothing that is kept here. */
  ignored: number;
}

/** SignalWords are the words in which a signal is answered. */
export interface SignalWords {
  /** The field of the partial success that counts refused items, and what an item is called. */
  readonly rejectedField: string;
  readonly itemTitle: string;
  /** What to do about items that were ignored. */
  readonly ignoredRemedy: string;
}

/** Signal is what is particular to one kind of telemetry. */
export interface Signal<Name extends SignalName> extends SignalWords {
  readonly name: Name;
  /** Names of the protobuf messages. */
  readonly request: string;
  readonly response: string;
  /** Where in the request its items are. */
  readonly items: ItemPath;
  readonly map: (request: SignalRequest[Name], key: IngestKey) => MappedRequest;
}
