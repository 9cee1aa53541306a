import { Module, type DynamicModule } from "@nestjs/common";
import type { Postgres } from "@watchfloor/sql";
import { RegistryResolver } from "./graphql/registry.resolver.js";
import { RegistryService } from "./registry.service.js";

/** RegistryModule answers `registry` and provides `RegistryService` to every other module. */
@Module({})
export class RegistryModule {
  static register(options: { postgres: Postgres; now: () => Date }): DynamicModule {
    return {
      module: RegistryModule,
      global: true,
      providers: [{ provide: RegistryService, useFactory: () => new RegistryService(options) }, RegistryResolver],
      exports: [RegistryService],
    };
  }
}
