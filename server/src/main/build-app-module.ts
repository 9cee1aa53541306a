import { Module, type DynamicModule } from "@nestjs/common";
import { AlertsModule } from "../alerts/alerts.module.js";
import { NotificationsModule } from "../alerts/notifications.module.js";
import { AnomaliesModule } from "../anomalies/anomalies.module.js";
import { DashboardsModule } from "../dashboards/dashboards.module.js";
import { BrandingModule } from "../branding/branding.module.js";
import { ExceptionsModule } from "../exceptions/exceptions.module.js";
import { FeedsModule } from "../feeds/feeds.module.js";
import { FirstStepsModule } from "../first-steps/first-steps.module.js";
import { IdentityModule } from "../identity/identity.module.js";
import { IngestKeysModule } from "../ingest-keys/ingest-keys.module.js";
import { LiveModule } from "../live/live.module.js";
import { MetricsModule } from "../metrics/metrics.module.js";
import { ProcessesModule } from "../processes/processes.module.js";
import { PromotionsModule } from "../promotions/promotions.module.js";
import { RegistryModule } from "../registry/registry.module.js";
import { ReplaysModule } from "../replays/replays.module.js";
import { ReportsModule } from "../reports/reports.module.js";
import { RunsModule } from "../runs/runs.module.js";
import { SavedViewsModule } from "../saved-views/saved-views.module.js";
import { SlaModule } from "../sla/sla.module.js";
import { WebhooksModule } from "../webhooks/webhooks.module.js";
import type { ApiOptions } from "./api-options.js";
import { buildGraphqlModule } from "./build-graphql-module.js";

@Module({})
class AppModule {}

/** buildAppModule lists the rooms of the server in the order in which data meets them. */
export function buildAppModule(options: ApiOptions): DynamicModule {
  return {
    module: AppModule,
    imports: [
      RegistryModule.register(options),
      IdentityModule.register(options),
      BrandingModule.register(options),
      IngestKeysModule.register(options),
      AnomaliesModule.register(options),
      MetricsModule.register(options),
      SlaModule.register(options),
      ExceptionsModule.register(options),
      RunsModule.register(options),
      ProcessesModule.register(options),
      PromotionsModule.register(options),
      FeedsModule.register(options),
      FirstStepsModule.register(options),
      LiveModule.register(options),
      DashboardsModule.register(options),
      WebhooksModule.register(options),
      ReplaysModule.register(options),
      SavedViewsModule.register(options),
      ReportsModule.register(options),
      AlertsModule.register(options),
      NotificationsModule.register(options),
      buildGraphqlModule(options.logger),
    ],
  };
}
