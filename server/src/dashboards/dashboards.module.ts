import { Module, type DynamicModule } from "@nestjs/common";
import type { Postgres } from "@watchfloor/sql";
import { DashboardsService } from "./dashboards.service.js";
import { DashboardsResolver } from "./graphql/dashboards.resolver.js";

/** DashboardsModule answers what pages show, and keeps what people make of them. */
@Module({})
export class DashboardsModule {
  static register(options: { postgres: Postgres; now: () => Date }): DynamicModule {
    const { postgres, now } = options;
    return {
      module: DashboardsModule,
      providers: [
        { provide: DashboardsService, useFactory: () => new DashboardsService({ postgres, now }) },
        DashboardsResolver,
      ],
    };
  }
}
