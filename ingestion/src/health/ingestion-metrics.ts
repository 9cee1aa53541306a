import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { IntakeAnswer } from "../pipeline/intake.js";
import { BoundedLabels } from "./bounded-labels.js";
import { EVENT_VERDICTS, type EventTally } from "./event-tally.js";

/** Time series of one counter are bounded: so many pairs of key and source, then `other`. */
const MAX_SOURCES = 1_000;
const MAX_KEYS = 1_000;

/** AnsweredRequest is one request, however it ended; `bytes` as they came over the wire, undefined when the body was not read. */
export interface AnsweredRequest {
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  readonly bytes: number | undefined;
}

/** IngestionMetrics are ingestion's own figures in Prometheus form. */
export class IngestionMetrics {
  readonly #registry = new Registry();
  readonly refusedRequests = new Counter({
    name: "watchfloor_ingest_refused_requests_total",
    help: "Requests refused as a whole, by code",
    labelNames: ["code"],
    registers: [this.#registry],
  });
  readonly #accepted = new Counter({
    name: "watchfloor_ingest_accepted_events_total",
    help: "Events accepted and durable",
    registers: [this.#registry],
  });
  readonly #duplicates = new Counter({
    name: "watchfloor_ingest_duplicate_events_total",
    help: "Events recognised as repeats at acceptance",
    registers: [this.#registry],
  });
  readonly #rejected = new Counter({
    name: "watchfloor_ingest_rejected_events_total",
    help: "Events refused, by reason",
    labelNames: ["reason"],
    registers: [this.#registry],
  });

  readonly #events = new Counter({
    name: "watchfloor_ingest_events_total",
    help: "Events by key, source and verdict (accepted, duplicate, rejected), counted when the request was durable",
    labelNames: ["key", "source", "verdict"],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: "watchfloor_ingest_request_seconds",
    help: "Time from the first byte of a request to the end of its answer, by route and status",
    labelNames: ["route", "status"],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });
  readonly #bytes = new Histogram({
    name: "watchfloor_ingest_request_bytes",
    help: "Size of request bodies as they came over the wire, by route",
    labelNames: ["route"],
    buckets: [1_024, 8_192, 65_536, 262_144, 1_048_576, 4_194_304, 10_485_760],
    registers: [this.#registry],
  });
  readonly #sources = new BoundedLabels(MAX_SOURCES);
  readonly #keys = new BoundedLabels(MAX_KEYS);

  /** countVerdicts adds what became of the events of one request. */
  countVerdicts(keyId: string, tally: EventTally): void {
    const key = this.#keys.choose("", keyId, true);
    for (const [name, counts] of tally) {
      const source = this.#sources.choose(key, name, counts.accepted > 0);
      for (const verdict of EVENT_VERDICTS)
        if (counts[verdict] > 0) this.#events.inc({ key, source, verdict }, counts[verdict]);
    }
  }

  /** observeRequest adds one answered request. */
  observeRequest({ route, status, seconds, bytes }: AnsweredRequest): void {
    this.#seconds.observe({ route, status: String(status) }, seconds);
    if (bytes !== undefined) this.#bytes.observe({ route }, bytes);
  }
  readonly ignoredItems = new Counter({
    name: "watchfloor_ingest_otlp_ignored_items_total",
    help: "Log records and data points of OpenTelemetry that say nothing that is kept, by signal",
    labelNames: ["signal"],
    registers: [this.#registry],
  });
  readonly payloads = new Counter({
    name: "watchfloor_ingest_webhook_payloads_total",
    help: "Signed payloads of webhooks, by source and by what became of them: mapped, left_out by the mapping's conditions, failed",
    labelNames: ["source", "outcome"],
    registers: [this.#registry],
  });

  countAnswer(answer: IntakeAnswer): void {
    this.#accepted.inc(answer.accepted);
    this.#duplicates.inc(answer.duplicates);
    for (const { reason } of answer.rejected) this.#rejected.inc({ reason });
  }

  /** addProcess publishes memory, processor time, garbage collection and event loop delay of this process. */
  addProcess(): void {
    collectDefaultMetrics({ register: this.#registry, prefix: "watchfloor_" });
  }

  /** addGauge publishes a figure that is read when asked. */
  addGauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `watchfloor_ingest_${name}`,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }

  render(): Promise<string> {
    return this.#registry.metrics();
  }
}
