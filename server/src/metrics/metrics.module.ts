import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { RollupRulesRepository } from "../rollups/rules/rollup-rules.repository.js";
import { RollupRulesStatus } from "../rollups/rules/rollup-rules-status.js";
import { RollupStatusRepository } from "../rollups/status/rollup-status.repository.js";
import type { RolledSources } from "./execution/find-rolled-facts.js";
import { MetricsRepository } from "./execution/metrics.repository.js";
import { MetricsService } from "./execution/metrics.service.js";
import { MetricsResolver } from "./graphql/metrics.resolver.js";
import { MetricWhyResolver } from "./why/graphql/metric-why.resolver.js";
import { MetricRowsService } from "./why/metric-rows.service.js";
import { MetricWhyService } from "./why/metric-why.service.js";
import { FrozenFiguresService } from "./frozen/frozen-figures.service.js";
import { FrozenFiguresResolver } from "./frozen/graphql/frozen-figures.resolver.js";
import { FigureSettingsService } from "./settings/figure-settings.service.js";
import { FigureSettingsResolver } from "./settings/graphql/figure-settings.resolver.js";

/** MetricsModule answers metricCatalog, metrics and what is behind them, and provides `MetricsService` to whoever needs a number. */
@Module({})
export class MetricsModule {
  static register(options: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date }): DynamicModule {
    const sources = buildSources(options);
    return {
      module: MetricsModule,
      global: true,
      providers: [
        {
          provide: FigureSettingsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new FigureSettingsService({ ...options, registry }),
        },
        {
          provide: MetricsService,
          inject: [RegistryService, FigureSettingsService],
          useFactory: (registry: RegistryService, settings: FigureSettingsService) =>
            new MetricsService({ ...sources, ...buildRules(options, registry), registry, settings, now: options.now }),
        },
        {
          provide: MetricRowsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new MetricRowsService({ ...sources, registry, now: options.now }),
        },
        {
          provide: MetricWhyService,
          inject: [MetricsService],
          useFactory: (metrics: MetricsService) => new MetricWhyService({ metrics, now: options.now }),
        },
        {
          provide: FrozenFiguresService,
          inject: [MetricsService],
          useFactory: (metrics: MetricsService) => new FrozenFiguresService({ ...options, metrics }),
        },
        MetricsResolver,
        MetricWhyResolver,
        FigureSettingsResolver,
        FrozenFiguresResolver,
      ],
      exports: [MetricsService, FigureSettingsService],
    };
  }
}

function buildSources({ clickhouse, now }: { clickhouse: ClickHouse; now: () => Date }): RolledSources {
  return {
    repository: new MetricsRepository(clickhouse, now),
    status: new RollupStatusRepository(clickhouse, { now }),
  };
}

function buildRules({ postgres }: { postgres: Postgres }, registry: RegistryService): Pick<RolledSources, "rules"> {
  return { rules: new RollupRulesStatus(new RollupRulesRepository(postgres), registry) };
}
