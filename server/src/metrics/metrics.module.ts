import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { RollupStatusRepository } from "../rollups/status/rollup-status.repository.js";
import { MetricsRepository } from "./execution/metrics.repository.js";
import { MetricsService } from "./execution/metrics.service.js";
import { MetricsResolver } from "./graphql/metrics.resolver.js";

/** MetricsModule answers metricCatalog and metrics, and provides `MetricsService` to whoever needs a number. */
@Module({})
export class MetricsModule {
  static register(options: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return {
      module: MetricsModule,
      global: true,
      providers: [
        {
          provide: MetricsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new MetricsService({
              repository: new MetricsRepository(options.clickhouse, options.now),
              registry,
              now: options.now,
              status: new RollupStatusRepository(options.clickhouse, { now: options.now }),
            }),
        },
        MetricsResolver,
      ],
      exports: [MetricsService],
    };
  }
}
