import { Module, type DynamicModule } from "@nestjs/common";
import type { Postgres } from "@watchfloor/sql";
import { SavedViewsResolver } from "./graphql/saved-views.resolver.js";
import { SavedViewsService } from "./saved-views.service.js";

/** SavedViewsModule answers `savedViews` and the mutations that save and delete them. */
@Module({})
export class SavedViewsModule {
  static register({ postgres, now }: { postgres: Postgres; now: () => Date }): DynamicModule {
    return {
      module: SavedViewsModule,
      providers: [
        { provide: SavedViewsService, useFactory: () => new SavedViewsService({ postgres, now }) },
        SavedViewsResolver,
      ],
    };
  }
}
