import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";

/** ExceptionsModule provides the exceptions of runs and stores. */
@Module({})
export class ExceptionsModule {
  static register(_options: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return { module: ExceptionsModule, global: true, providers: [], exports: [] };
  }
}
