import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { ComparisonService } from "./compare/comparison.service.js";
import { DeclareStepsService } from "./declare/declare-steps.service.js";
import { DeclareStepsResolver } from "./graphql/declare-steps.resolver.js";
import { ProcessesResolver } from "./graphql/processes.resolver.js";
import { ProcessRepository } from "./process.repository.js";
import { ProcessesService } from "./processes.service.js";

/** ProcessOptions is what process reports and their declarations are read from. */
interface ProcessOptions {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
}

/** ProcessesModule answers how runs go through their steps, and lets people declare what they should do. Needs `RegistryModule`. */
@Module({})
export class ProcessesModule {
  static register({ clickhouse, postgres, now }: ProcessOptions): DynamicModule {
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
        {
          provide: DeclareStepsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new DeclareStepsService({ postgres, registry }),
        },
        ProcessesResolver,
        DeclareStepsResolver,
      ],
    };
  }
}
