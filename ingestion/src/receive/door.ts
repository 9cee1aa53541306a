import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { IngestKey } from "../events/ingest-key.js";
import type { IngestionMetrics } from "../health/ingestion-metrics.js";
import type { Intake } from "../pipeline/intake.js";
import type { KeyRates } from "./limit/key-rates.js";
import type { WebhookParts } from "./webhooks/webhook-parts.js";

/** DoorParts are what every door of the receiver stands on. */
export interface DoorParts {
  /** Holds keys to their rate and counts by key and source: a door has nothing to do for either. */
  readonly intake: Intake;
  readonly rates: KeyRates;
  readonly findKey: (secret: string) => Promise<IngestKey | undefined>;
  readonly metrics: IngestionMetrics;
  readonly logger: Logger;
  readonly webhooks: WebhookParts;
}

/**
 * Door opens one way in on an instance of its own: hooks and error handlers it sets reach no other door. It turns requests into
 * an `EventBatch`, gives that to the intake and answers in the words of its protocol.
 */
export type Door = (app: FastifyInstance, parts: DoorParts) => void;
