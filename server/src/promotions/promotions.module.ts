import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import { PromotionsResolver } from "./graphql/promotions.resolver.js";
import { PromotionRepository } from "./promotion.repository.js";
import { PromotionsService } from "./promotions.service.js";

/** PromotionsModule answers `promotions`. Needs `RegistryModule`. */
@Module({})
export class PromotionsModule {
  static register({ clickhouse, now }: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return {
      module: PromotionsModule,
      providers: [
        {
          provide: PromotionsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new PromotionsService({ repository: new PromotionRepository(clickhouse), registry, now }),
        },
        PromotionsResolver,
      ],
    };
  }
}
