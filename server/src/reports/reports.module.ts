import { Module, type DynamicModule } from "@nestjs/common";
import type { Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { MetricsService } from "../metrics/execution/metrics.service.js";
import { FrozenFiguresService } from "../metrics/frozen/frozen-figures.service.js";
import { FigureSettingsService } from "../metrics/settings/figure-settings.service.js";
import { RegistryService } from "../registry/registry.service.js";
import { ReportsResolver } from "./graphql/reports.resolver.js";
import { ReportsService } from "./reports.service.js";

/** ReportsModule answers `reports` and asks for new ones; workers make them. Needs `RegistryModule` and `MetricsModule`. */
@Module({})
export class ReportsModule {
  static register(options: { postgres: Postgres; now: () => Date; logger: Logger }): DynamicModule {
    const { postgres, now, logger } = options;
    return {
      module: ReportsModule,
      providers: [
        {
          provide: ReportsService,
          inject: [RegistryService, MetricsService],
          useFactory: (registry: RegistryService, metrics: MetricsService) =>
            new ReportsService({
              ...{ postgres, registry, now, logger },
              settings: new FigureSettingsService({ postgres, registry, now }),
              frozen: new FrozenFiguresService({ postgres, metrics, now }),
            }),
        },
        ReportsResolver,
      ],
    };
  }
}
