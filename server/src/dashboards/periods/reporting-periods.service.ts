import type { FigureSettingsService } from "../../metrics/settings/figure-settings.service.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { buildReportingPeriods, type ReportingPeriod } from "./build-reporting-periods.js";

/** ReportingPeriodsService answers by which periods a caller reports: those of one client, else of the tenant. */
export class ReportingPeriodsService {
  constructor(
    private readonly parts: { registry: RegistryService; settings: FigureSettingsService; now: () => Date },
  ) {}

  /** list gives the periods in a zone; the client's own unless told. A client that the caller may not see has the tenant's. */
  async list(
    scope: Scope,
    asked: { client?: string | undefined; timeZone?: string | undefined },
  ): Promise<ReportingPeriod[]> {
    const { registry, settings, now } = this.parts;
    const client = (await registry.findVisible(scope)).clients.find(({ id }) => id === asked.client);
    const zone = asked.timeZone ?? client?.timeZone ?? (await registry.findTenant(scope))?.timeZone ?? "UTC";
    return buildReportingPeriods(now(), zone, await settings.findCalendar(scope, client?.id));
  }
}
