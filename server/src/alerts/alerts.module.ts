import { Module, type DynamicModule } from "@nestjs/common";
import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { MetricsService } from "../metrics/execution/metrics.service.js";
import { RegistryService } from "../registry/registry.service.js";
import { BackTest } from "./back-test/back-test.service.js";
import { FigureReader } from "./evaluate/figure-reader.service.js";
import { RuleJudge } from "./evaluate/rule-judge.service.js";
import { SubjectReader } from "./evaluate/subject-reader.service.js";
import { AlertIncidentsResolver } from "./graphql/alert-incidents.resolver.js";
import { AlertRulesResolver } from "./graphql/alert-rules.resolver.js";
import { IncidentViews } from "./incidents/incident-views.service.js";
import { RuleTrialsResolver } from "./graphql/rule-trials.resolver.js";
import { IncidentsService } from "./incidents/incidents.service.js";
import { WatermarkReader } from "./watermark/watermark-reader.service.js";
import { AlertRulesService } from "./rules/alert-rules.service.js";

/** AlertsModule answers alert rules and incidents; workers evaluate. Needs `RegistryModule` and `MetricsModule`. */
@Module({})
export class AlertsModule {
  static register(options: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date }): DynamicModule {
    const { clickhouse, postgres, now } = options;
    return {
      module: AlertsModule,
      providers: [
        {
          provide: AlertRulesService,
          inject: [RegistryService, MetricsService],
          useFactory: (registry: RegistryService, metrics: MetricsService) => {
            const parts = {
              figures: new FigureReader(metrics),
              subjects: new SubjectReader({ clickhouse, registry, now }),
            };
            const watermarks = new WatermarkReader({ clickhouse, registry, now });
            const judge = new RuleJudge({ ...parts, watermarks });
            return new AlertRulesService({ postgres, now, judge, backTest: new BackTest(parts) });
          },
        },
        {
          provide: IncidentsService,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new IncidentsService({ postgres, registry, now }),
        },
        {
          provide: IncidentViews,
          inject: [RegistryService],
          useFactory: (registry: RegistryService) => new IncidentViews({ postgres, registry }),
        },
        AlertRulesResolver,
        RuleTrialsResolver,
        AlertIncidentsResolver,
      ],
    };
  }
}
