import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse } from "@watchfloor/sql";
import { FeedsService } from "../feeds/feeds.service.js";
import { IdentityChanges } from "../identity/session/identity-changes.js";
import { RegistryService } from "../registry/registry.service.js";
import { RunsService } from "../runs/runs.service.js";
import { AUTHENTICATOR, type Authenticator } from "../scope/authenticator.js";
import { ChangeSignals } from "./change-signals.js";
import { ChangesService } from "./changes/changes.service.js";
import { ChangesResolver } from "./graphql/changes.resolver.js";
import { LiveResolver } from "./graphql/live.resolver.js";
import { LiveService } from "./live.service.js";

/** LiveModule answers `storeWall`, `worstObligations` and the subscription `changes`. Needs `RegistryModule`, `IdentityModule`, `RunsModule` and `FeedsModule`. */
@Module({})
export class LiveModule {
  static register({ clickhouse, now }: { clickhouse: ClickHouse; now: () => Date }): DynamicModule {
    return {
      module: LiveModule,
      global: true,
      providers: [
        {
          provide: LiveService,
          inject: [RegistryService, FeedsService, RunsService, ChangeSignals],
          useFactory: (registry: RegistryService, feeds: FeedsService, runs: RunsService, signals: ChangeSignals) =>
            new LiveService({ clickhouse, registry, feeds, runs, stored$: signals.stored$, now }),
        },
        {
          provide: ChangesService,
          inject: [RegistryService, AUTHENTICATOR, ChangeSignals, IdentityChanges],
          useFactory: (
            registry: RegistryService,
            authenticator: Authenticator,
            signals: ChangeSignals,
            identity: IdentityChanges,
          ) =>
            new ChangesService({ registry, authenticator, stored$: signals.stored$, changed$: identity.changed$, now }),
        },
        LiveResolver,
        ChangesResolver,
      ],
      exports: [LiveService],
    };
  }
}
