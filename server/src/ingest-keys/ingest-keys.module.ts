import { Module, type DynamicModule } from "@nestjs/common";
import type { Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { IngestKeysResolver } from "./graphql/ingest-keys.resolver.js";
import { IngestKeysService } from "./ingest-keys.service.js";

/** IngestKeysModule answers `ingestKeys` and lets administrators make, rotate and revoke them. */
@Module({})
export class IngestKeysModule {
  static register({ postgres, now, logger }: { postgres: Postgres; now: () => Date; logger: Logger }): DynamicModule {
    return {
      module: IngestKeysModule,
      providers: [
        { provide: IngestKeysService, useFactory: () => new IngestKeysService({ postgres, now, logger }) },
        IngestKeysResolver,
      ],
    };
  }
}
