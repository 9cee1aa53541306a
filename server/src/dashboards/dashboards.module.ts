import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { IncidentViews } from "../alerts/incidents/incident-views.service.js";
import { AnomaliesService } from "../anomalies/list/anomalies.service.js";
import { FigureSettingsService } from "../metrics/settings/figure-settings.service.js";
import { RegistryService } from "../registry/registry.service.js";
import { SlaService } from "../sla/sla.service.js";
import { AnnotationRepository } from "./annotations/annotation.repository.js";
import { AnnotationsService } from "./annotations/annotations.service.js";
import { DashboardsService } from "./dashboards.service.js";
import { AnnotationsResolver } from "./graphql/annotations.resolver.js";
import { DashboardsResolver } from "./graphql/dashboards.resolver.js";
import { ReportingPeriodsResolver } from "./graphql/reporting-periods.resolver.js";
import { ReportingPeriodsService } from "./periods/reporting-periods.service.js";

/** DashboardsModule answers what pages show, by which periods, and what happened meanwhile; it keeps what people make of them. Needs `RegistryModule`, `MetricsModule`, `AnomaliesModule` and `SlaModule`. */
@Module({})
export class DashboardsModule {
  static register(options: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date }): DynamicModule {
    const { clickhouse, postgres, now } = options;
    return {
      module: DashboardsModule,
      providers: [
        { provide: DashboardsService, useFactory: () => new DashboardsService({ postgres, now }) },
        {
          provide: ReportingPeriodsService,
          inject: [RegistryService, FigureSettingsService],
          useFactory: (registry: RegistryService, settings: FigureSettingsService) =>
            new ReportingPeriodsService({ registry, settings, now }),
        },
        {
          provide: AnnotationsService,
          inject: [RegistryService, AnomaliesService, SlaService],
          useFactory: (registry: RegistryService, anomalies: AnomaliesService, sla: SlaService) =>
            new AnnotationsService({
              ...{ repository: new AnnotationRepository(clickhouse), registry, anomalies, sla },
              incidents: new IncidentViews({ postgres, registry }),
            }),
        },
        DashboardsResolver,
        AnnotationsResolver,
        ReportingPeriodsResolver,
      ],
    };
  }
}
