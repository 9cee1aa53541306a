import { Module, type DynamicModule } from "@nestjs/common";
import type { Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { BrandingService } from "./branding.service.js";
import { BrandingResolver } from "./graphql/branding.resolver.js";

/** BrandingModule answers `branding`. `tenant` is the one people sign in to where no host names another. */
@Module({})
export class BrandingModule {
  static register(options: { postgres: Postgres; tenant: string; now: () => Date; logger: Logger }): DynamicModule {
    const { postgres, tenant, now, logger } = options;
    return {
      module: BrandingModule,
      providers: [
        { provide: BrandingService, useFactory: () => new BrandingService({ postgres, tenant, now, logger }) },
        BrandingResolver,
      ],
    };
  }
}
