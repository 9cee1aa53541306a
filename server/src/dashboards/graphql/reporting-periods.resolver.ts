import { Inject } from "@nestjs/common";
import { Args, ID, Query, Resolver } from "@nestjs/graphql";
import { IANAZone } from "luxon";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { ReportingPeriodsService } from "../periods/reporting-periods.service.js";
import { ReportingPeriod } from "./reporting-period.type.js";

/** ReportingPeriodsResolver answers by which periods people report. */
@Resolver()
export class ReportingPeriodsResolver {
  constructor(@Inject(ReportingPeriodsService) private readonly service: ReportingPeriodsService) {}

  @Query(() => [ReportingPeriod], {
    description: "The running and the last month, quarter and year; fiscal ones where a retail calendar is set.",
  })
  async reportingPeriods(
    @CurrentScope() scope: Scope,
    @Args("client", { type: () => ID, nullable: true }) client?: string | null,
    @Args("timeZone", { type: () => String, nullable: true, description: "IANA; that of the client unless told." })
    timeZone?: string | null,
  ): Promise<ReportingPeriod[]> {
    if (timeZone != null && !IANAZone.isValidZone(timeZone))
      throw new Problem("BAD_USER_INPUT", `There is no time zone "${timeZone}".`, { field: "timeZone" });
    return this.service.list(scope, { client: client ?? undefined, timeZone: timeZone ?? undefined });
  }
}
