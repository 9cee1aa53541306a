import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";

/** FeedsModule answers `feeds`. Needs `RegistryModule`. */
@Module({})
export class FeedsModule {
  static register(_options: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return { module: FeedsModule, global: true, providers: [], exports: [] };
  }
}
