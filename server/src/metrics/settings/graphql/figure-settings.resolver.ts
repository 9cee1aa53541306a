import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../../graphql/current-scope.js";
import { DateTimeScalar } from "../../../graphql/date-time.scalar.js";
import { Problem } from "../../../graphql/problem.js";
import type { Scope } from "../../../scope/scope.js";
import type { RetailPattern } from "../../periods/retail-calendar.js";
import { FigureSettingsService } from "../figure-settings.service.js";
import {
  buildAssumption,
  buildProblem,
  buildRemoved,
  buildRetailCalendar,
  listAssumptions,
} from "./build-setting-answer.js";
import {
  AssumptionInput,
  AssumptionResult,
  MetricAssumption,
  RemoveFigureSettingResult,
  RetailCalendarInput,
  RetailCalendarOf,
  RetailCalendarResult,
  type FigureSettingProblem,
  type RemovedFigureSetting,
} from "./figure-settings.type.js";

/** FigureSettingsResolver shows what figures are computed with to whoever sees them; administrators change it. */
@Resolver()
export class FigureSettingsResolver {
  constructor(@Inject(FigureSettingsService) private readonly service: FigureSettingsService) {}

  @Query(() => [MetricAssumption], { description: "What figures are computed with that no event can tell." })
  async metricAssumptions(@CurrentScope() scope: Scope): Promise<MetricAssumption[]> {
    return listAssumptions(await this.service.findAssumptions(scope));
  }

  @Query(() => [RetailCalendarOf], { description: "How the tenant and its clients divide the year." })
  async retailCalendars(@CurrentScope() scope: Scope): Promise<RetailCalendarOf[]> {
    return (await this.service.findCalendars(scope)).map(buildRetailCalendar);
  }

  @Mutation(() => AssumptionResult, { description: "States an assumption from an instant on; administrators only." })
  async stateAssumption(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AssumptionInput }) input: AssumptionInput,
  ): Promise<MetricAssumption | FigureSettingProblem> {
    demandAdministrator(scope);
    const { name, low, high, currency, note, client, effectiveAt } = input;
    const stated = { name, low, high: high ?? low, currency: currency ?? "", note: note ?? "", client: client ?? "" };
    const answer = await this.service.state(scope, { ...stated, effectiveAt: effectiveAt ?? undefined });
    return "code" in answer ? buildProblem(answer) : buildAssumption(answer);
  }

  @Mutation(() => RemoveFigureSettingResult, { description: "Takes back what was stated; administrators only." })
  async retractAssumption(
    @CurrentScope() scope: Scope,
    @Args("name", { type: () => ID }) name: string,
    @Args("effectiveAt", { type: () => DateTimeScalar }) effectiveAt: Date,
    @Args("client", { type: () => ID, nullable: true }) client?: string | null,
  ): Promise<RemovedFigureSetting | FigureSettingProblem> {
    demandAdministrator(scope);
    return buildRemoved(await this.service.retract(scope, { name, client: client ?? "", effectiveAt }), client);
  }

  @Mutation(() => RetailCalendarResult, { description: "Sets a retail calendar; administrators only." })
  async setRetailCalendar(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => RetailCalendarInput }) input: RetailCalendarInput,
  ): Promise<RetailCalendarOf | FigureSettingProblem> {
    demandAdministrator(scope);
    const { client, firstMonth, firstWeekday, yearStart } = input;
    // What is no pattern is refused by `checkRetailCalendar`.
    const pattern = input.pattern as RetailPattern;
    const calendar = { client: client ?? "", firstMonth, firstWeekday, yearStart, pattern };
    const answer = await this.service.setCalendar(scope, calendar);
    return "code" in answer ? buildProblem(answer) : buildRetailCalendar(answer);
  }

  @Mutation(() => RemoveFigureSettingResult, { description: "Takes a retail calendar away; administrators only." })
  async removeRetailCalendar(
    @CurrentScope() scope: Scope,
    @Args("client", { type: () => ID, nullable: true }) client?: string | null,
  ): Promise<RemovedFigureSetting | FigureSettingProblem> {
    demandAdministrator(scope);
    return buildRemoved(await this.service.removeCalendar(scope, client ?? ""), client);
  }
}

function demandAdministrator({ role }: Scope): void {
  if (role !== "administrator")
    throw new Problem("FORBIDDEN", "Only an administrator changes what figures are computed with.", {
      remedy: "Ask an administrator of your tenant.",
    });
}
