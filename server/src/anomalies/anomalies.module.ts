import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { BandRepository } from "./bands/band.repository.js";
import { BandsService } from "./bands/bands.service.js";
import { BudgetsService } from "./budgets/budgets.service.js";
import { AnomaliesResolver } from "./graphql/anomalies.resolver.js";
import { BudgetsResolver } from "./graphql/budgets.resolver.js";
import { AnomaliesService } from "./list/anomalies.service.js";
import { AnomalyRepository } from "./list/anomaly.repository.js";
import { ScoringProgressRepository } from "./scoring/scoring-progress.repository.js";

/** AnomaliesModule answers `anomalies`, and provides expected ranges to whoever answers series. Needs `RegistryModule`. */
@Module({})
export class AnomaliesModule {
  static register(options: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date }): DynamicModule {
    const { clickhouse, postgres, now } = options;
    return {
      module: AnomaliesModule,
      global: true,
      providers: [
        {
          provide: AnomaliesService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new AnomaliesService({ repository: new AnomalyRepository(clickhouse), registry, now }),
        },
        {
          provide: BandsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new BandsService({ repository: new BandRepository(clickhouse), registry }),
        },
        {
          provide: BudgetsService,
          useFactory: () => new BudgetsService({ progress: new ScoringProgressRepository(postgres), now }),
        },
        AnomaliesResolver,
        BudgetsResolver,
      ],
      exports: [AnomaliesService, BandsService],
    };
  }
}
