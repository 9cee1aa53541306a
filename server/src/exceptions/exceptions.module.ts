import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { FigureSettingsService } from "../metrics/settings/figure-settings.service.js";
import { RegistryService } from "../registry/registry.service.js";
import { ExceptionsResolver } from "./graphql/exceptions.resolver.js";
import { ExceptionListRepository } from "./list/exception-list.repository.js";
import { ExceptionListService } from "./list/exception-list.service.js";
import { ExceptionRepository } from "./exception.repository.js";
import { ExceptionsService } from "./exceptions.service.js";

/** ExceptionsModule answers `exceptions` and provides those of runs and stores. Needs `RegistryModule` and `MetricsModule`. */
@Module({})
export class ExceptionsModule {
  static register({ clickhouse, now }: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return {
      module: ExceptionsModule,
      global: true,
      providers: [
        { provide: ExceptionRepository, useFactory: () => new ExceptionRepository(clickhouse) },
        {
          provide: ExceptionsService,
          inject: [ExceptionRepository, RegistryService],
          useFactory: (repository: ExceptionRepository, registry: RegistryService) =>
            new ExceptionsService({ repository, registry }),
        },
        {
          provide: ExceptionListService,
          inject: [RegistryService, FigureSettingsService],
          useFactory: (registry: RegistryService, settings: FigureSettingsService) =>
            new ExceptionListService({
              ...{ repository: new ExceptionListRepository(clickhouse), registry, settings, now },
            }),
        },
        ExceptionsResolver,
      ],
      exports: [ExceptionRepository, ExceptionsService],
    };
  }
}
