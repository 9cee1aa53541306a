import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { ChangeSignals } from "../live/change-signals.js";
import { RegistryService } from "../registry/registry.service.js";
import { FeedsService } from "./feeds.service.js";
import { FeedsResolver } from "./graphql/feeds.resolver.js";

/** FeedsModule answers `feeds` and provides `FeedsService` and `ChangeSignals`. Needs `RegistryModule`. */
@Module({})
export class FeedsModule {
  static register({
    clickhouse,
    postgres,
    now,
  }: {
    clickhouse: ClickHouse;
    postgres: Postgres;
    now: () => Date;
  }): DynamicModule {
    return {
      module: FeedsModule,
      global: true,
      providers: [
        { provide: ChangeSignals, useFactory: () => new ChangeSignals(postgres) },
        {
          provide: FeedsService,
          inject: [RegistryService, ChangeSignals],
          useFactory: (registry: RegistryService, signals: ChangeSignals) =>
            new FeedsService({ clickhouse, registry, stored$: signals.stored$, now }),
        },
        FeedsResolver,
      ],
      exports: [FeedsService, ChangeSignals],
    };
  }
}
