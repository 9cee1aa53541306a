export { AnomalyScoring } from "./anomalies/scoring/anomaly-scoring.service.js";
export { bootstrapIdentity } from "./identity/bootstrap/bootstrap-identity.js";
export { loadOrCreateAuthSecret } from "./identity/session/load-or-create-auth-secret.js";
export { installDashboards } from "./dashboards/install-dashboards.js";
export { startApi, type Api } from "./main/start-api.js";
export type { ApiOptions } from "./main/api-options.js";
export { startWorker, type Worker } from "./worker/start-worker.js";
export { keepRollups, type RollupKeeper } from "./rollups/keep-rollups.js";
export { startHealth } from "./health/start-health.js";
