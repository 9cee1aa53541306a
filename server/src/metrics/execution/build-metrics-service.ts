import type { ClickHouse, Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import { RollupRulesRepository } from "../../rollups/rules/rollup-rules.repository.js";
import { RollupRulesStatus } from "../../rollups/rules/rollup-rules-status.js";
import { RollupStatusRepository } from "../../rollups/status/rollup-status.repository.js";
import { FigureSettingsService } from "../settings/figure-settings.service.js";
import { MetricsRepository } from "./metrics.repository.js";
import { MetricsService } from "./metrics.service.js";

/** buildMetricsService puts together what answers numbers, for a role that serves no GraphQL: the same compiler, rollups and settings as the api has. */
export function buildMetricsService(parts: {
  clickhouse: ClickHouse;
  postgres: Postgres;
  registry: RegistryService;
  now: () => Date;
}): { metrics: MetricsService; settings: FigureSettingsService } {
  const { clickhouse, postgres, registry, now } = parts;
  const settings = new FigureSettingsService({ postgres, registry, now });
  const metrics = new MetricsService({
    repository: new MetricsRepository(clickhouse, now),
    status: new RollupStatusRepository(clickhouse, { now }),
    rules: new RollupRulesStatus(new RollupRulesRepository(postgres), registry),
    ...{ registry, settings, now },
  });
  return { metrics, settings };
}
