import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { RegistryService } from "../registry/registry.service.js";
import { RejectedEventsResolver } from "./graphql/rejected-events.resolver.js";
import { ReplaysResolver } from "./graphql/replays.resolver.js";
import { RejectedEventRepository } from "./rejected-event.repository.js";
import { RejectedEventsService } from "./rejected-events.service.js";
import { ReplaysService } from "./replays.service.js";

/** ReplaysModule answers `rejectedEvents` and `replays`, and the mutations that begin and end replays. Needs `RegistryModule`. */
@Module({})
export class ReplaysModule {
  static register(options: {
    clickhouse: ClickHouse;
    postgres: Postgres;
    now: () => Date;
    logger: Logger;
  }): DynamicModule {
    const { clickhouse, postgres, now, logger } = options;
    return {
      module: ReplaysModule,
      providers: [
        { provide: ReplaysService, useFactory: () => new ReplaysService({ postgres, now, logger }) },
        {
          provide: RejectedEventsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) =>
            new RejectedEventsService({ repository: new RejectedEventRepository(clickhouse), registry, now }),
        },
        ReplaysResolver,
        RejectedEventsResolver,
      ],
    };
  }
}
