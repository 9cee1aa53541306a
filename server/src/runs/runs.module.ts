import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { ExpectationRuleRepository } from "./expected/expectation-rule.repository.js";
import { RunExpectedService } from "./expected/run-expected.service.js";
import { RunTraceResolver } from "./graphql/run-trace.resolver.js";
import { RunsResolver } from "./graphql/runs.resolver.js";
import { RunLinkRepository } from "./trace/run-link.repository.js";
import { RunLinkService } from "./trace/run-link.service.js";
import { RunTraceRepository } from "./trace/run-trace.repository.js";
import { RunTraceService } from "./trace/run-trace.service.js";
import { RunsService } from "./runs.service.js";

interface RunsOptions {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
}

/** RunsModule answers `runs` and `run`. Needs `RegistryModule` and `ExceptionsModule`. */
@Module({})
export class RunsModule {
  static register({ clickhouse, postgres, now }: RunsOptions): DynamicModule {
    return {
      module: RunsModule,
      global: true,
      providers: [
        {
          provide: RunsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new RunsService({ clickhouse, registry, now }),
        },
        {
          provide: RunTraceService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new RunTraceService({ repository: new RunTraceRepository(clickhouse), registry }),
        },
        {
          provide: RunLinkService,
          inject: [RunsService],
          useFactory: (runs: RunsService) => new RunLinkService({ links: new RunLinkRepository(clickhouse), runs }),
        },
        {
          provide: RunExpectedService,
          inject: [RegistryService, RunTraceService],
          useFactory: (registry: RegistryService, trace: RunTraceService) =>
            new RunExpectedService({ rules: new ExpectationRuleRepository(postgres), registry, trace }),
        },
        RunsResolver,
        RunTraceResolver,
      ],
      exports: [RunsService],
    };
  }
}
