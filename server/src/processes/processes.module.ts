import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { ComparisonService } from "./compare/comparison.service.js";
import { ProcessesResolver } from "./graphql/processes.resolver.js";
import { ProcessRepository } from "./process.repository.js";
import { ProcessesService } from "./processes.service.js";

/** ProcessesModule answers how runs go through their steps. Needs `RegistryModule`. */
@Module({})
export class ProcessesModule {
  static register({ clickhouse, now }: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return {
      module: ProcessesModule,
      providers: [
        {
          provide: ProcessesService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new ProcessesService({ repository: new ProcessRepository(clickhouse), registry, now }),
        },
        {
          provide: ComparisonService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new ComparisonService({ repository: new ProcessRepository(clickhouse), registry, now }),
        },
        ProcessesResolver,
      ],
    };
  }
}
