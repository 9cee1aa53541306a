export type { ClickHouse, ClickHouseInsert, ClickHouseQuery } from "./clickhouse/clickhouse.js";
export { ClickHouseFailure, type FailureKind } from "./clickhouse/clickhouse-failure.js";
export { openClickHouse } from "./clickhouse/open-clickhouse.js";
export { openEmbeddedClickHouse } from "./clickhouse/open-embedded-clickhouse.js";
export type { Postgres, PostgresDatabase } from "./postgres/postgres.js";
export { openPostgres } from "./postgres/open-postgres.js";
export { openEmbeddedPostgres } from "./postgres/open-embedded-postgres.js";
export { openServedPostgres } from "./postgres/open-served-postgres.js";
export * as schema from "./postgres/schema/index.js";
export { migrateClickHouse } from "./migrate/migrate-clickhouse.js";
export { migratePostgres } from "./migrate/migrate-postgres.js";
export { MigrationChanged } from "./migrate/migration-changed.js";
export { publishChangeSignal, subscribeToChangeSignals, type ChangeSignal } from "./signal/change-signal.js";
export { FAR_FUTURE } from "./rows/far-future.js";
export { findMissingEngines } from "./health/find-missing-engines.js";
export { sweepOpenRuns } from "./maintain/sweep-open-runs.js";
export { OPEN_RUN_KEEP_MS } from "./rows/open-run-keep.js";
export { hashApiKey } from "./keys/hash-api-key.js";
export { buildApiKeySecret, type ApiKeyKind } from "./keys/build-api-key-secret.js";
export { createApiKey, type NewIngestKey, type NewReadKey } from "./keys/create-api-key.js";
export { ensureIngestKey, type EnsuredIngestKey } from "./keys/ensure-ingest-key.js";
export { findIngestKey, type IngestKey } from "./keys/find-ingest-key.js";
export { findReadKey, type ReadKey } from "./keys/find-read-key.js";
export { listApiKeys, type ApiKeySummary } from "./keys/list-api-keys.js";
export { revokeApiKey } from "./keys/revoke-api-key.js";
export { ensureTenant } from "./registry/ensure-tenant.js";
export { registerDiscovered, type FoundInEvent } from "./registry/register-discovered.js";
export { seedRegistry, type DeclaredNetwork } from "./registry/seed-registry.js";
export { publishRegistrySignal, subscribeToRegistrySignals } from "./registry/registry-signal.js";
export { readSettings, isLoopback, SettingsFault, type Role, type Settings } from "./settings/read-settings.js";
export { DataDirectoryTaken } from "./clickhouse/data-directory-taken.js";
export { loadOrCreateSecret } from "./secrets/load-or-create-secret.js";
export { openSecretBox, type SecretBox } from "./secrets/secret-box.js";
export { chooseSecretBox } from "./secrets/choose-secret-box.js";
export { WEBHOOK_STYLES, type WebhookSource, type WebhookStyle } from "./webhooks/webhook-source.js";
export {
  WEBHOOK_PROBLEM_CODES,
  type WebhookDeclaration,
  type WebhookProblem,
} from "./webhooks/check-webhook-source.js";
export { createWebhookSource, type NewWebhookSecret } from "./webhooks/create-webhook-source.js";
export { findWebhookSecrets, type WebhookSecret } from "./webhooks/find-webhook-secrets.js";
export { listWebhookSources } from "./webhooks/list-webhook-sources.js";
export { revokeWebhookSource } from "./webhooks/revoke-webhook-source.js";
export { rotateWebhookSource } from "./webhooks/rotate-webhook-source.js";
