import { Counter, Gauge, Registry } from "prom-client";
import type { IntakeAnswer } from "../pipeline/intake.js";

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
