import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { SlaService } from "../sla.service.js";
import { buildCorrection, buildCorrectionAnswer, readPlace } from "./build-sla-answers.js";
import { CorrectionInput } from "./correction.input.js";
import { Correction, CorrectionResult } from "./correction.type.js";
import { demandRole } from "./demand-role.js";
import type { SlaProblem } from "./sla-problem.type.js";

/** CorrectionsResolver answers which time counts for nobody's promise; one person asks, another decides. */
@Resolver()
export class CorrectionsResolver {
  constructor(@Inject(SlaService) private readonly service: SlaService) {}

  @Query(() => [Correction], {
    description: "Corrections that can touch what the caller may see, as they were asked for.",
  })
  async corrections(@CurrentScope() scope: Scope): Promise<Correction[]> {
    return (await this.service.listCorrections(scope)).map(buildCorrection);
  }

  @Mutation(() => CorrectionResult, { description: "Asks for a correction; it counts once somebody else approves it." })
  async requestCorrection(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => CorrectionInput }) input: CorrectionInput,
  ): Promise<Correction | SlaProblem> {
    demandRole(scope, ["administrator", "operations"], "ask for corrections");
    const { from, to, reason, calendar, recurrence, timeZone } = input;
    const when = { from, to, recurrence: (recurrence ?? "").replace(/^RRULE:/i, ""), timeZone: timeZone ?? "UTC" };
    const draft = { ...when, ...readPlace(input.place), reason, calendar: calendar ?? "" };
    return buildCorrectionAnswer(await this.service.requestCorrection(scope, draft));
  }

  @Mutation(() => CorrectionResult, {
    description: "Approves what somebody else asked for; history is restated by it.",
  })
  async approveCorrection(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<Correction | SlaProblem> {
    demandRole(scope, ["administrator", "executive"], "approve corrections");
    return buildCorrectionAnswer(await this.service.decideCorrection(scope, id, "approve"));
  }

  @Mutation(() => CorrectionResult, {
    description: "Takes a correction back, approved or not; history is restated by it.",
  })
  async revokeCorrection(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<Correction | SlaProblem> {
    demandRole(scope, ["administrator", "executive"], "revoke corrections");
    return buildCorrectionAnswer(await this.service.decideCorrection(scope, id, "revoke"));
  }
}
