import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";

/** RunsModule answers `runs` and `run`. Needs `RegistryModule`. */
@Module({})
export class RunsModule {
  static register(_options: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return { module: RunsModule, global: true, providers: [], exports: [] };
  }
}
