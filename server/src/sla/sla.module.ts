import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { MetricsService } from "../metrics/execution/metrics.service.js";
import { RegistryService } from "../registry/registry.service.js";
import { CorrectionsResolver } from "./graphql/corrections.resolver.js";
import { SlaPoliciesResolver } from "./graphql/sla-policies.resolver.js";
import { PromiseQuestionsService } from "./promise-questions.service.js";
import { SlaService } from "./sla.service.js";

/** SlaModule answers what is promised, and changes it. Needs `RegistryModule` and `MetricsModule`. */
@Module({})
export class SlaModule {
  static register(options: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date }): DynamicModule {
    const { clickhouse, postgres, now } = options;
    return {
      module: SlaModule,
      global: true,
      providers: [
        {
          provide: SlaService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new SlaService({ clickhouse, postgres, registry, now }),
        },
        {
          provide: PromiseQuestionsService,
          inject: [RegistryService, MetricsService],
          useFactory: (registry: RegistryService, metrics: MetricsService) =>
            new PromiseQuestionsService({ clickhouse, registry, metrics, now }),
        },
        SlaPoliciesResolver,
        CorrectionsResolver,
      ],
      exports: [SlaService],
    };
  }
}
