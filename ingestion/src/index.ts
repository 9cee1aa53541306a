export { startIngestion, type Ingestion, type IngestionOptions } from "./start-ingestion.js";
export type { Intake, IntakeAnswer, IntakeBatch, Rejection } from "./pipeline/intake.js";
export type { IngestKey } from "./events/ingest-key.js";
export type { TenantChange, Place } from "./write/changed-network.js";
export { SpoolFull } from "./spool/spool-full.js";
export { checkEvent } from "./events/check-event.js";
