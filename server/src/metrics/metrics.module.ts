import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { MetricsRepository } from "./execution/metrics.repository.js";
import { MetricsService } from "./execution/metrics.service.js";
import { MetricsResolver } from "./graphql/metrics.resolver.js";
import { MetricWhyResolver } from "./why/graphql/metric-why.resolver.js";
import { MetricRowsService } from "./why/metric-rows.service.js";
import { MetricWhyService } from "./why/metric-why.service.js";

/** MetricsModule answers metricCatalog, metrics and what is behind them, and provides `MetricsService` to whoever needs a number. */
@Module({})
export class MetricsModule {
  static register(options: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    const repository = new MetricsRepository(options.clickhouse, options.now);
    return {
      module: MetricsModule,
      global: true,
      providers: [
        {
          provide: MetricsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new MetricsService({ repository, registry, now: options.now }),
        },
        {
          provide: MetricRowsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new MetricRowsService({ repository, registry, now: options.now }),
        },
        {
          provide: MetricWhyService,
          inject: [MetricsService],
          useFactory: (metrics: MetricsService) => new MetricWhyService({ metrics, now: options.now }),
        },
        MetricsResolver,
        MetricWhyResolver,
      ],
      exports: [MetricsService],
    };
  }
}
