import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { FirstStepsService } from "./first-steps.service.js";
import { FirstStepsResolver } from "./graphql/first-steps.resolver.js";

/** The receivers' own default (CONTRACT 1). */
const DEFAULT_INGEST_PORT = 4_318;

/** FirstStepsModule answers `firstSteps`. Needs `RegistryModule`. */
@Module({})
export class FirstStepsModule {
  static register(options: { clickhouse: ClickHouse; ingestPort?: number | undefined }): DynamicModule {
    const { clickhouse, ingestPort = DEFAULT_INGEST_PORT } = options;
    return {
      module: FirstStepsModule,
      providers: [
        {
          provide: FirstStepsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new FirstStepsService({ clickhouse, registry, ingestPort }),
        },
        FirstStepsResolver,
      ],
    };
  }
}
