import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { ExceptionRepository } from "./exception.repository.js";
import { ExceptionsService } from "./exceptions.service.js";

/** ExceptionsModule provides the exceptions of runs and stores. Needs `RegistryModule`. */
@Module({})
export class ExceptionsModule {
  static register({ clickhouse }: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
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
      ],
      exports: [ExceptionRepository, ExceptionsService],
    };
  }
}
